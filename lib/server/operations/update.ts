import 'server-only';
import { isReference, isReferences, type AnyRecord, type Model } from '@/lib/declare/model';
import { kindOf } from '@/lib/declare/kinds';
import { parseInput, type InputMode } from '@/lib/declare/parse';
import { linkTableOf, tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import { allowed, needsApproval } from '../access';
import { auditUpdate } from '../audit';
import { queryOne, sql, transaction, type Executor } from '../db/sql';
import { hooksOf } from '../hooks';
import { checkLinks } from '../rules';
import { readableRows } from '../queries/record';
import { systemViewer, type Viewer } from '../viewer';
import { attachFiles } from './attach-files';
import { getText } from './get';
import { changeGrants, splitGrants } from './grants';
import { inviteNewcomers, type Inviting } from './invite-newcomers';
import { lockRecord } from './lock';
import { refuseUnlessAsked } from './list';
import { addProposal, correctProposal } from './propose';
import { resolveReferences } from './references';
import { stable } from './stable-json';
import { sanitiseValues, updateRow } from './write';

export type UpdateOptions = {
  readonly mode?: Exclude<InputMode, 'create'>;
  /** The version that the change is based on; a newer one in the database is `stale`. */
  readonly version?: number;
  readonly tx?: Executor;
  /** Newcomers to an access list that asks first are invited: how their mails begin, and what sends them after the commit. */
  readonly invite?: Inviting;
};

/** Changes a record and answers its JSON text. In a catalogue most people's changes become proposals. */
export async function updateText(
  viewer: Viewer,
  model: Model,
  id: string | number,
  input: unknown,
  options: UpdateOptions = {},
): Promise<string> {
  refuseUnlessAsked(viewer, model);
  const work = async (tx: Executor): Promise<string> => {
    const locked = await lockRecord(tx, viewer, model, id);
    if (model.readOnly) throw forbidden(model);
    const current = JSON.parse(locked.record) as AnyRecord; // built from the declaration
    if (options.version !== undefined && options.version !== locked.version)
      throw new AppError('stale', { data: { current, version: locked.version } });
    const { values, problems } = parseInput(model, input, options.mode ?? 'update', current);
    keepHidden(model, current, values);
    const lists = splitGrants(model, values);
    const isProposal = needsApproval(viewer, model) && !locked.update;
    const changed = changedValues(current, values);
    if (!locked.update && !isProposal && (Object.keys(changed).length > 0 || Object.keys(lists).length === 0))
      throw forbidden(model);
    problems.push(...(await resolveReferences(tx, viewer, model, changed, current)));
    if (problems.length === 0) problems.push(...(await removedParents(tx, viewer, model, current, changed)));
    if (problems.length === 0 && model.rules && Object.keys(changed).length > 0) {
      const whole = await withHiddenLinks(tx, model, current);
      problems.push(...(await checkLinks(tx, viewer, model, changed, { ...whole, ...changed })));
    }
    if (problems.length > 0) throw new AppError('invalid', { problems });
    sanitiseValues(model, changed);
    await attachFiles(tx, viewer, model, locked.id, changed);
    if (isProposal) return addProposal(tx, viewer, model, locked.id, 'change', changed).then(() => locked.record);
    if (options.invite) await inviteNewcomers(tx, viewer, model, locked.id, lists, options.invite);
    const grantsChanged = await changeGrants(tx, model, locked.id, lists, locked);
    if (Object.keys(changed).length === 0 && !grantsChanged) return locked.record;
    const { beforeSave, writes } = hooksOf(model);
    if (writes) {
      await writes.update({ tx, viewer, model, id: locked.id, values: changed });
      return getText(viewer, model, locked.id, {}, tx);
    }
    await beforeSave?.({ tx, viewer, model, id: locked.id, values: changed, current });
    await updateRow(tx, viewer, model, locked.id, changed);
    if (model.access.by === 'catalogue') await correctProposal(tx, model, locked.id, changed);
    const record = await afterWrite(tx, viewer, model, locked.id);
    await auditUpdate(tx, viewer, model, locked, record);
    return record;
  };
  return options.tx ? work(options.tx) : transaction(work);
}

/** The same, parsed. */
export async function updateRecord(
  viewer: Viewer,
  model: Model,
  id: string | number,
  input: unknown,
  options?: UpdateOptions,
): Promise<AnyRecord> {
  return JSON.parse(await updateText(viewer, model, id, input, options)) as AnyRecord; // built from the declaration
}

function forbidden(model: Model): AppError {
  const who =
    model.access.by === 'grants'
      ? 'its owners'
      : model.access.by === 'via'
        ? 'contributors and above'
        : 'those in charge of it';
  return new AppError('forbidden', {
    message: `You may read this ${model.label.toLowerCase()}; only ${who} may change it.`,
  });
}

// A change can take away the writer's own access (leaving a project); the write stands all the same.
async function afterWrite(tx: Executor, viewer: Viewer, model: Model, id: string): Promise<string> {
  try {
    return await getText(viewer, model, id, {}, tx);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return JSON.stringify({ id });
    throw error;
  }
}

/** Only what really differs is written: saving an unchanged form changes nothing. */
function changedValues(current: AnyRecord, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => stable(current[name]) !== stable(value)));
}

/** The record with all it links, also what the writer does not see: the rules hold for the whole of it. */
async function withHiddenLinks(tx: Executor, model: Model, current: AnyRecord): Promise<AnyRecord> {
  const exclude = Object.entries(model.fields).flatMap(([name, field]) =>
    isReference(field) || isReferences(field) ? [] : [name],
  );
  const text = await getText(systemViewer('check of links'), model, current.id, { exclude }, tx);
  return { ...current, ...(JSON.parse(text) as AnyRecord) }; // built from the declaration
}

/** Linked records that the writer can't see are not theirs to remove: they are added back by `removedParents`. */
function keepHidden(model: Model, current: AnyRecord, values: Record<string, unknown>): void {
  for (const [name, field] of Object.entries(model.fields)) {
    if (
      kindOf(field).storage(field).shape !== 'link' &&
      values[name] === null &&
      current[name] === null &&
      field.required
    )
      delete values[name];
  }
}

/** Keeps links to what the writer can't see, and needs a contributor's level on each project that is taken away. */
async function removedParents(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  current: AnyRecord,
  changed: Record<string, unknown>,
) {
  for (const [name, field] of Object.entries(model.fields)) {
    const given = changed[name];
    if (!isReferences(field) || !Array.isArray(given)) continue;
    const target = modelNamed(field.to);
    const isScope = model.access.by === 'via' && model.access.field === name;
    const link = sql.table(linkTableOf(model, name));
    const rows = await queryOne<{ hidden: string[]; refused: string[] }>(
      sql`SELECT coalesce(array_agg(l.target_id::text ORDER BY l.position) FILTER (WHERE NOT (${readableRows(viewer, target, 'r')})), '{}') AS hidden,
        coalesce(array_agg(l.target_id::text) FILTER (WHERE l.target_id <> ALL(${given.map(String)}::uuid[]) AND ${readableRows(viewer, target, 'r')} AND NOT (${isScope ? allowed(viewer, target, 'r', 'use') : sql`true`})), '{}') AS refused
        FROM ${link} l JOIN ${sql.table(tableOf(target))} r ON r.id = l.target_id WHERE l.source_id = ${String(current.id)}::uuid`,
      tx,
    );
    if (rows?.refused.length)
      return [
        {
          path: name,
          code: 'forbidden-reference',
          message: `Taking it out of this ${target.label.toLowerCase()} needs the level contributor there.`,
        },
      ];
    changed[name] = [...given, ...(rows?.hidden ?? []).filter((id) => !given.includes(id))];
  }
  return [];
}
