import { CircleX } from 'lucide-react';
import { rowRanges, type ProblemGroup } from '@/lib/formats/tables/report';

/** Shown at once; a column that is wrong in every row says so in one line. */
const groupsShown = 100;
/** Rows named in one line. */
const rowsNamed = 40;

/** What is wrong, column by column, with the rows and with what to write instead. */
export function ProblemGroups({ groups }: { groups: readonly ProblemGroup[] }) {
  const shown = groups.slice(0, groupsShown);
  const columns = [...new Set(shown.map(({ column }) => column))];
  return (
    <div className="flex flex-col gap-4">
      {columns.map((column) => (
        <section key={column ?? ''} aria-label={column ?? 'Whole rows'}>
          <h3 className="mb-1 text-sm font-medium">
            {column === null ? 'Whole rows' : <span className="font-mono">{column}</span>}
          </h3>
          <ul className="flex flex-col gap-1.5 text-sm">
            {shown
              .filter((group) => group.column === column)
              .map((group) => (
                <li key={`${group.code} ${group.message}`} className="flex gap-2">
                  <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
                  <span className="min-w-0 break-words">
                    {group.message}{' '}
                    {group.suggestion ? <span className="text-muted-foreground">{group.suggestion} </span> : null}
                    <span className="text-xs text-muted-foreground tabular-nums">{rowsText(group.rows)}</span>
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {groups.length > groupsShown ? (
        <p className="text-sm text-muted-foreground">
          And {(groups.length - groupsShown).toLocaleString('en')} more kinds of problems. Correct these first.
        </p>
      ) : null}
    </div>
  );
}

function rowsText(rows: readonly number[]): string {
  const [only] = rows;
  if (rows.length === 1) return only === 1 ? 'Header' : `Row ${only}`;
  const more = rows.length > rowsNamed ? ` and ${(rows.length - rowsNamed).toLocaleString('en')} more` : '';
  return `Rows ${rowRanges(rows.slice(0, rowsNamed))}${more}`;
}
