import type { GrantsField } from '@/lib/declare/kinds/grants';
import { levels, type Level } from '@/lib/declare/levels';
import { always, type FieldParts, type ShowProps } from './field-parts';
import { objectOf } from './read-value';

const flagOf: Readonly<Partial<Record<Level, string>>> = {
  contributor: 'can_change',
  manager: 'is_manager',
  owner: 'is_owner',
};

/** The level that an entry of an access list stands for. */
function levelOf(entry: unknown): Level {
  const flags = objectOf(entry);
  return levels.findLast((level) => flags[flagOf[level] ?? ''] === true) ?? 'member';
}

const GrantsCell = ({ value }: ShowProps<GrantsField>) => {
  const count = Object.keys(objectOf(value)).length;
  return count === 0 ? null : <span className="tabular-nums">{count}</span>;
};

function GrantsShow({ value }: ShowProps<GrantsField>) {
  const entries = Object.entries(objectOf(value));
  if (entries.length === 0) return null;
  return (
    <ul className="flex flex-col">
      {entries.map(([holder, entry]) => (
        <li key={holder}>
          <span className="break-all">{holder}</span>{' '}
          <span className="text-sm text-muted-foreground">{levelOf(entry)}</span>
        </li>
      ))}
    </ul>
  );
}

export const grantsParts: FieldParts<GrantsField> = {
  Cell: GrantsCell,
  Show: GrantsShow,
  toText: (value) => String(Object.keys(objectOf(value)).length || ''),
  isNumeric: always,
  isRelated: true,
  isWide: always,
};
