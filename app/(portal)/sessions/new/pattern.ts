import 'server-only';
import { copiedItems, type CopiedGroup } from '@/components/models/session/copied-items';
import { idsOf } from '@/components/fields/read-value';
import { isRecordId } from '@/lib/declare/kinds/reference';
import type { AnyRecord } from '@/lib/declare/model';
import { models } from '@/lib/models';
import { loadTemplate } from '@/lib/server/operations/session-templates';
import { latestSession } from '@/lib/server/queries/latest-session';
import { sessionPage, titlesOfParts } from '@/lib/server/queries/session-page';
import type { UserViewer } from '@/lib/server/viewer';
import { asNotFound } from '../../[model]/as-not-found';
import { copiedValues } from '../../[model]/form-values';

type Params = Readonly<Record<string, string | string[] | undefined>>;

/**
 * What a new session goes by: another session, given (`?from=`) or the latest one (`?last`, of a `subject` or a `project`), or
 * a template (`?template=`).
 */
export type FoundPattern = {
  /** What it is called. */
  readonly name: string;
  /** What the form sends of it. */
  readonly from: Readonly<Record<string, string>>;
  readonly groups: readonly CopiedGroup[];
  /** Where one goes who gives it up. */
  readonly backHref: string;
  /** Values of the new session that are as they were. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly subjects: readonly string[];
};

/** The pattern that an address asks for, null for none. One that the viewer may not see is no page. */
export async function findPattern(viewer: UserViewer, params: Params): Promise<FoundPattern | null> {
  const one = (value: unknown) => (isRecordId(value) ? String(value) : null);
  const given = one(params.from);
  if (given) return sessionPattern(viewer, given);
  const template = one(params.template);
  if (template) return templatePattern(viewer, template);
  if (params.last === undefined) return null;
  const subject = one(params.subject);
  const latest = await latestSession(viewer, { subject, project: one(params.projects) });
  return latest ? sessionPattern(viewer, String(latest.id)) : null;
}

async function sessionPattern(viewer: UserViewer, id: string): Promise<FoundPattern> {
  const { record, parts, titles } = await sessionPage(viewer, id).catch(asNotFound);
  return {
    name: String(record.name),
    from: { like: String(record.id) },
    groups: copiedItems(parts, titles),
    backHref: `/${models.session.path}/${record.id}`,
    values: copiedValues(models.session, record),
    subjects: parts.subjects.flatMap(({ subject }: AnyRecord) => (subject ? [String(subject)] : [])),
  };
}

async function templatePattern(viewer: UserViewer, id: string): Promise<FoundPattern> {
  const { row, content } = await loadTemplate(viewer, id).catch(asNotFound);
  const { values, parts, subjects } = content;
  // What the viewer may not see has no title, and is not offered.
  const titles = await titlesOfParts(viewer, parts, { subject: subjects, datastorage: values.datastorage });
  const seen = (model: string, ids: unknown) => idsOf(ids).filter((one) => titles[model]?.[one] !== undefined);
  return {
    name: row.name,
    from: { template: id },
    groups: copiedItems(parts, titles),
    backHref: `/${models.project.path}/${row.project_id}/templates`,
    values: { tags: values.tags, projects: [row.project_id], datastorage: seen('datastorage', values.datastorage) },
    subjects: seen('subject', subjects),
  };
}
