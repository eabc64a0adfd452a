import 'server-only';
import type { HistoryEntry, HistorySource, HistoryWrite } from '@/lib/declare/history';
import { isReference, type AnyRecord, type Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import type { HistoryRow } from '../queries/history';
import { labelled } from '../rules/candidates';
import { withCleanText } from '../rich-text';
import { changesOf, type IsVisible, type Snapshot } from './history-diff';
import { isUndoable } from './history-undo';

/** What the reader may do, by model and record. */
export type MayChange = (model: string, recordId: string) => boolean;

/** Rows of one write together, in the order of the rows. Those of one transaction have the same time. */
export function grouped(rows: readonly HistoryRow[]): HistoryRow[][] {
  const groups: HistoryRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const first = last?.[0];
    const isSame =
      first && first.at === row.at && first.person === row.person && first.via === row.via && first.token === row.token;
    if (last && isSame) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** What somebody may see is called; undefined for what they may not. */
export type NameOf = (model: string, id: string) => string | undefined;

/** Through what the rows of one write came, and what it copied. */
export function sourceOf(rows: readonly HistoryRow[], nameOf: NameOf): HistorySource {
  const copied = rows.find(({ action }) => action === 'copy')?.after;
  return copied ? { ...wayOf(rows), copyOf: copyOf(copied, nameOf) } : wayOf(rows);
}

/** Whoever reads the project of a template may know what it is called. */
function copyOf({ from, template, project }: AnyRecord, nameOf: NameOf): NonNullable<HistorySource['copyOf']> {
  if (typeof from === 'string') return { kind: 'session', name: nameOf('session', from) ?? '' };
  return { kind: 'template', name: nameOf('project', String(project)) === undefined ? '' : String(template) };
}

function wayOf(rows: readonly HistoryRow[]): HistorySource {
  const session = rows.find(({ action }) => action === 'import');
  const file = rows.find((row) => row.file !== null)?.file ?? session?.after?.file;
  if (typeof file === 'string') return { kind: 'import', name: file };
  const [{ via, token } = { via: '', token: null }] = rows;
  if (via === 'cookie') return { kind: 'portal', name: '' };
  if (via === 'token') return { kind: 'token', name: token ?? '' };
  return { kind: 'system', name: via.replace(/^system: /, '') };
}

/** One write as pages show it; null when there is nothing in it for a reader. */
export function writeOf(rows: readonly HistoryRow[], nameOf: NameOf, mayChange: MayChange): HistoryWrite | null {
  const isVisible: IsVisible = (model, id) => nameOf(model, id) !== undefined;
  const [first] = rows;
  // The record comes before its parts, these in the order in which they were written.
  const entries = rows.toReversed().flatMap((row) => entryOf(row, nameOf, isVisible, mayChange));
  if (!first || entries.length === 0) return null;
  return {
    id: first.id,
    at: first.at,
    person: first.person,
    source: sourceOf(rows, nameOf),
    isElevated: rows.some(({ elevated }) => elevated),
    entries,
  };
}

function entryOf(row: HistoryRow, nameOf: NameOf, isVisible: IsVisible, mayChange: MayChange): HistoryEntry[] {
  const { action } = row;
  if (action === 'import' || action === 'copy') return [];
  const model = modelNamed(row.model);
  const hasValues = action === 'create' || ((action === 'update' || action === 'approve') && row.before !== null);
  const fields = hasValues ? changesOf(model, clean(model, row.before), clean(model, row.after), isVisible) : [];
  const isUpdate = action === 'update' || action === 'approve';
  // A write that only renumbered or changed what the system keeps tells nothing.
  if (action === 'update' && fields.length === 0) return [];
  const may = mayChange(row.model, row.record_id);
  const canSetBack = fields.some(({ name }) => model.fields[name] && isUndoable(model.fields[name]));
  return [
    {
      id: row.id,
      model: row.model,
      recordId: row.record_id,
      title: titleOf(model, row, nameOf),
      place: placeOf(model, row.after ?? row.before, nameOf),
      action,
      fields,
      version: typeof row.after?.version === 'number' ? row.after.version : null,
      mayUndo: may && isUpdate && canSetBack,
      mayRestore: may && row.after !== null && hasValues,
      deletion: action === 'delete' ? row.deletion : null,
    },
  ];
}

const clean = (model: Model, record: Snapshot): Snapshot => record && withCleanText(model, record);

/** The name of a record, where every one of its model has one: then, or now where the row does not say. */
function titleOf(model: Model, { record_id, before, after }: HistoryRow, nameOf: NameOf): string {
  if (!model.fields[model.title]?.required) return '';
  const record = after ?? before;
  const title = record ? record[model.title] : nameOf(model.name, record_id);
  return typeof title === 'string' ? labelled(model, title).slice(0, 100) : '';
}

function placeOf(model: Model, record: Snapshot, nameOf: NameOf): HistoryEntry['place'] {
  const name = model.access.by === 'via' ? model.access.field : '';
  const field = model.fields[name];
  const id = record?.[name];
  if (!field || !isReference(field) || typeof id !== 'string') return null;
  const title = nameOf(field.to, id);
  return title === undefined ? null : { model: field.to, name: title };
}
