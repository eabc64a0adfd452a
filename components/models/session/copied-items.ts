import type { Titles } from '@/components/fields/field-parts';
import { idsOf, listOf, numberOf, textOf } from '@/components/fields/read-value';
import { writeDuration } from '@/components/ui/duration';
import type { AnyRecord } from '@/lib/declare/model';
import { withModuleTitles, type Parts } from './parts';

/** A part of another session that comes along unless its tick is taken away. */
export type CopiedItem = { readonly id: string; readonly title: string; readonly detail: string };
export type CopiedGroup = { readonly label: string; readonly items: readonly CopiedItem[] };

/** What a new session takes from another one, as a list to tick, in the order of the session's page. */
export function copiedItems(parts: Omit<Parts, 'subjects'>, known: Titles): CopiedGroup[] {
  const titles = withModuleTitles({ ...parts, subjects: [] }, known);
  const named = (model: string, ids: unknown) =>
    idsOf(ids)
      .flatMap((id) => titles[model]?.[id] ?? [])
      .join(', ');
  const items = (records: readonly AnyRecord[], title: (record: AnyRecord) => string, detail: typeof title) =>
    records.map((record) => ({ id: String(record.id), title: title(record), detail: detail(record) }));
  const own = (model: string) => (record: AnyRecord) => titles[model]?.[String(record.id)] ?? '';
  const groups: CopiedGroup[] = [
    { label: 'Epochs', items: items(parts.epochs, ({ name }) => textOf(name), timesOf) },
    { label: 'Behaviors', items: items(parts.behaviors, own('behavior'), ({ setup }) => named('setup', setup)) },
    {
      label: 'Data acquisition',
      items: items(parts.dataacquisition, own('dataacquisition'), ({ equipment }) => named('equipment', equipment)),
    },
    {
      label: 'Manipulations',
      items: items(parts.manipulations, own('manipulation'), ({ procedures }) => named('procedure', procedures)),
    },
    { label: 'Recording files', items: items(parts.recordingfiles, () => 'Recording files', filesOf) },
  ];
  return groups.filter((group) => group.items.length > 0);
}

function timesOf({ start, end }: AnyRecord): string {
  const [from, to] = [numberOf(start), numberOf(end)].map((time) => (time === null ? '' : writeDuration(time)));
  return from || to ? `${from} – ${to}` : '';
}

function filesOf(record: AnyRecord): string {
  const counts = [
    ['cameras', 'camera'],
    ['ttls', 'TTL'],
    ['trial_types', 'trial type'],
  ] as const;
  return counts
    .map(([name, noun]) => [listOf(record[name]).length, noun] as const)
    .flatMap(([count, noun]) => (count > 0 ? `${count} ${noun}${count === 1 ? '' : 's'}` : []))
    .join(', ');
}
