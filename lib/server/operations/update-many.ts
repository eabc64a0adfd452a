import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { parseInput, type InputMode } from '@/lib/declare/parse';
import type { Problem } from '@/lib/declare/problem';
import { AppError } from '@/lib/errors';
import { needsApproval } from '../access';
import { audit } from '../audit';
import type { Executor } from '../db/sql';
import { hooksOf } from '../hooks';
import type { Viewer } from '../viewer';
import { attachFiles } from './attach-files';
import { getText, getTexts } from './get';
import { changeGrants, splitGrants } from './grants';
import { inviteNewcomers, type Inviting } from './invite-newcomers';
import { lockRecords, type Locked } from './lock';
import { refuseUnlessAsked } from './list';
import { addProposals, correctProposals } from './propose';
import { resolveReferencesOfMany } from './references';
import { stable } from './stable-json';
import { brokenRules, keepHiddenLinks } from './update-many-links';
import { refuseTwice, refuseWhereOrderCounts } from './update-many-order';
import { sanitiseValues, updateRows } from './write';
import { refusedAmong, type AllOrWhyNot } from './write-together';

/** What is to become of a record. */
export type Change = {
  readonly id: string | number;
  readonly input: unknown;
  /** The version that the change is based on; a newer one in the database is `stale`. */
  readonly version?: number;
};

export type UpdateManyOptions = {
  readonly mode?: Exclude<InputMode, 'create'>;
  /** Newcomers to an access list that asks first are invited: how their mails begin, and what sends them after the commit. */
  readonly invite?: Inviting;
};

/** The record as JSON text, with the version that it had. */
export type Updated = { readonly record: string; readonly before: number };

/** A record on its way through the steps of a change. */
export type Changing = {
  readonly locked: Locked;
  readonly current: AnyRecord;
  /** What really differs. */
  readonly changed: Record<string, unknown>;
  /** Changes of access lists. */
  readonly lists: Record<string, unknown>;
  readonly isProposal: boolean;
  readonly problems: Problem[];
};

/**
 * Changes records in a transaction of the caller, step by step for all of them together: a few statements for one, and as many
 * for a thousand. Nothing is written when one of them can't be; what only shows while writing (a broken unique key) is thrown,
 * as it does not say whose it is. In a catalogue most people's changes become proposals.
 * @throws OneByOne where the records have to be written in their order, one after another.
 */
export async function updateMany(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  changes: readonly Change[],
  { mode = 'update', invite }: UpdateManyOptions = {},
): Promise<AllOrWhyNot<Updated>> {
  refuseUnlessAsked(viewer, model);
  const locked = await lockRecords(
    tx,
    viewer,
    model,
    changes.map(({ id }) => id),
  );
  refuseTwice(changes.map(({ id }) => locked.get(String(id))));
  const rows = changes.map((change) => read(viewer, model, change, locked.get(String(change.id)), mode));
  const sound = rows.flatMap((row) => (row instanceof AppError ? [] : [row]));
  refuseWhereOrderCounts(model, sound);
  await checkAll(tx, viewer, model, sound);
  const refused = refusedAmong(rows.map((row) => (row instanceof AppError ? row : invalid(row))));
  if (refused.size > 0) return { refused };
  const records = await writeAll(tx, viewer, model, sound, invite);
  return {
    done: sound.map(({ locked: { id, version, record } }) => ({ record: records.get(id) ?? record, before: version })),
  };
}

const invalid = ({ problems }: Changing): AppError | null =>
  problems.length > 0 ? new AppError('invalid', { problems }) : null;

/** What a change comes to, as far as the record itself tells, or why there is none. */
function read(
  viewer: Viewer,
  model: Model,
  { input, version }: Change,
  locked: Locked | undefined,
  mode: Exclude<InputMode, 'create'>,
): Changing | AppError {
  if (!locked) return new AppError('not_found');
  if (model.readOnly) return forbidden(model);
  const current = JSON.parse(locked.record) as AnyRecord; // built from the declaration
  if (version !== undefined && version !== locked.version)
    return new AppError('stale', { data: { current, version: locked.version } });
  const { values, problems } = parseInput(model, input, mode, current);
  keepHidden(model, current, values);
  const lists = splitGrants(model, values);
  const isProposal = needsApproval(viewer, model) && !locked.update;
  const changed = changedValues(current, values);
  if (!locked.update && !isProposal && (Object.keys(changed).length > 0 || Object.keys(lists).length === 0))
    return forbidden(model);
  return { locked, current, changed, lists, isProposal, problems };
}

/** What other records say to the changes. Rules speak of records whose links are known. */
async function checkAll(tx: Executor, viewer: Viewer, model: Model, rows: readonly Changing[]): Promise<void> {
  addTo(
    rows,
    await resolveReferencesOfMany(
      tx,
      viewer,
      model,
      rows.map(({ changed, current }) => ({ values: changed, current })),
    ),
  );
  const known = rows.filter(({ problems }) => problems.length === 0);
  addTo(known, await keepHiddenLinks(tx, viewer, model, known));
  const kept = known.filter(({ problems }) => problems.length === 0);
  addTo(kept, await brokenRules(tx, viewer, model, kept));
}

function addTo(rows: readonly Changing[], problems: readonly Problem[][]): void {
  for (const [index, { problems: own }] of rows.entries()) own.push(...(problems[index] ?? []));
}

/** Writes what has no problems; answers the records that have changed, by id. */
async function writeAll(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  rows: readonly Changing[],
  invite: Inviting | undefined,
): Promise<ReadonlyMap<string, string>> {
  for (const { locked, changed } of rows) {
    sanitiseValues(model, changed);
    await attachFiles(tx, viewer, model, locked.id, changed);
  }
  const valuesOf = (some: readonly Changing[]) => some.map(({ locked: { id }, changed }) => ({ id, values: changed }));
  // A save that changes nothing asks nothing of a reviewer.
  const proposed = rows.filter(({ isProposal, changed }) => isProposal && Object.keys(changed).length > 0);
  await addProposals(tx, viewer, model, 'change', valuesOf(proposed));
  const going: Changing[] = [];
  for (const row of rows.filter(({ isProposal }) => !isProposal)) {
    const { locked, lists, changed } = row;
    if (invite) await inviteNewcomers(tx, viewer, model, locked.id, lists, invite);
    const grantsChanged = await changeGrants(tx, model, locked.id, lists, locked);
    if (Object.keys(changed).length > 0 || grantsChanged) going.push(row);
  }
  if (going.length === 0) return new Map();
  const { beforeSave, writes } = hooksOf(model);
  if (writes) {
    const records = new Map<string, string>();
    for (const { id, values } of valuesOf(going)) {
      await writes.update({ tx, viewer, model, id, values });
      records.set(id, await getText(viewer, model, id, {}, tx));
    }
    return records;
  }
  await beforeSave?.({
    tx,
    viewer,
    model,
    rows: going.map(({ locked: { id }, changed, current }) => ({ id, values: changed, current })),
  });
  await updateRows(tx, viewer, model, valuesOf(going));
  if (model.access.by === 'catalogue') await correctProposals(tx, model, valuesOf(going));
  return auditedRecords(tx, viewer, model, going);
}

/** The records as they are now, each with its row in the audit log. */
async function auditedRecords(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  rows: readonly Changing[],
): Promise<ReadonlyMap<string, string>> {
  const seen = await getTexts(
    viewer,
    model,
    rows.map(({ locked }) => locked.id),
    tx,
  );
  // A change can take away the writer's own access (leaving a project); the write stands all the same.
  const records = new Map(rows.map(({ locked: { id } }) => [id, seen.get(id) ?? JSON.stringify({ id })]));
  await audit(
    tx,
    viewer,
    rows.map(({ locked: { id, record, ordinary } }) => ({
      model: model.name,
      recordId: id,
      action: 'update' as const,
      before: record,
      after: records.get(id) ?? null,
      elevated: !ordinary,
    })),
  );
  return records;
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

/** Only what really differs is written: saving an unchanged form changes nothing. */
function changedValues(current: AnyRecord, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => stable(current[name]) !== stable(value)));
}

/** Linked records that the writer can't see are not theirs to remove: they are added back by `keepHiddenLinks`. */
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
