import type { KeyValuesField } from '@/lib/declare/kinds/key-values';
import { always, type FieldParts, type ShowProps } from './field-parts';
import { objectOf } from './read-value';

/** Entries that are texts or numbers; others never get past the checks. */
export function entriesOf(value: unknown): [string, string | number][] {
  return Object.entries(objectOf(value)).filter((entry): entry is [string, string | number] =>
    ['string', 'number'].includes(typeof entry[1]),
  );
}

const lineOf = (entries: readonly [string, string | number][]) =>
  entries.map(([key, entry]) => `${key}: ${entry}`).join(', ');

function KeyValuesCell({ value }: ShowProps<KeyValuesField>) {
  const entries = entriesOf(value);
  if (entries.length === 0) return null;
  return <span className="line-clamp-2">{lineOf(entries)}</span>;
}

function KeyValuesShow({ value }: ShowProps<KeyValuesField>) {
  const entries = entriesOf(value);
  if (entries.length === 0) return null;
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4">
      {entries.map(([key, entry]) => (
        <div key={key} className="contents">
          <dt className="font-mono text-sm text-muted-foreground">{key}</dt>
          <dd className="break-words tabular-nums">{entry}</dd>
        </div>
      ))}
    </dl>
  );
}

export const keyValuesParts: FieldParts<KeyValuesField> = {
  Cell: KeyValuesCell,
  Show: KeyValuesShow,
  toText: (value) => lineOf(entriesOf(value)),
  isGroup: true,
  isWide: always,
};
