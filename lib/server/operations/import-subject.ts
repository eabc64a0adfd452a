import 'server-only';
import { AppError } from '@/lib/errors';
import type { PortalSubject } from '@/lib/formats/session-toml/portal';
import { asStored } from '@/lib/formats/session-toml/stored';
import { subject } from '@/lib/models/subject';
import { findSubjects } from '../queries/import';
import { createRecord } from './create';
import type { Choice, Conflict, FieldChange } from './import-report';
import type { FileImport } from './import-file';
import { updateText } from './update';

export type ImportedSubject = {
  readonly id: string;
  readonly name: string;
  readonly status: 'create' | 'existing';
  readonly fields: readonly FieldChange[];
  readonly conflicts: readonly Conflict[];
};

/**
 * Finds the subject of a file in the project, or makes it. What the portal does not know yet is filled in; a sex or
 * genotype that differs from the portal's is changed only where somebody chose so.
 */
export async function importSubject(context: FileImport, given: PortalSubject): Promise<ImportedSubject> {
  const { tx, viewer, project } = context;
  const name = asStored(given.name);
  const [found, other] = await findSubjects(tx, viewer, project.id, name);
  if (!found) return createSubject(context, name, given);
  if (other)
    throw fault(
      'session.subject_id',
      'ambiguous-subject',
      `Several subjects of the project have the identifier “${name}”: name the subject itself.`,
    );

  const values = { sex: given.sex ?? 'U', genotype: asStored(given.genotype ?? '') };
  const unknown = { sex: 'U', genotype: '' };
  const changes: Partial<Record<'sex' | 'genotype', string>> = {};
  const conflicts: Conflict[] = [];
  for (const field of ['sex', 'genotype'] as const) {
    if (values[field] === found[field]) continue;
    const isConflict = found[field] !== unknown[field];
    const choice: Choice | null = isConflict ? context.choiceFor(field) : 'overwrite';
    if (isConflict) conflicts.push({ field, portal: found[field], file: values[field], choice });
    if (choice === 'overwrite') changes[field] = values[field];
  }
  if (Object.keys(changes).length > 0) await updateText(viewer, subject, found.id, changes, { tx });
  const fields = Object.entries(changes).map(([field, after]) => ({
    field: `subject.${field}`,
    before: found[field as 'sex' | 'genotype'],
    after,
  })); // keys of `changes`
  return { id: found.id, name: found.name, status: 'existing', fields, conflicts };
}

async function createSubject(
  { tx, viewer, project, strain }: FileImport,
  name: string,
  given: PortalSubject,
): Promise<ImportedSubject> {
  if (!strain)
    throw fault(
      'session.subject_id',
      'strain-needed',
      `The subject “${name}” is new in this project: choose its strain.`,
    );
  const values = { name, sex: given.sex ?? 'U', genotype: asStored(given.genotype ?? '') };
  const created = await createRecord(viewer, subject, { ...values, projects: [project.id], strain }, { tx });
  const fields = Object.entries(values).map(([field, after]) => ({ field: `subject.${field}`, before: null, after }));
  return { id: String(created.id), name, status: 'create', fields, conflicts: [] };
}

const fault = (path: string, code: string, message: string) =>
  new AppError('invalid', { problems: [{ path, code, message }] });
