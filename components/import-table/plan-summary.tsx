import { Callout } from '@/components/ui/callout';
import { rowRanges, type TableReport } from '@/lib/formats/tables/report';

const number = (count: number) => count.toLocaleString('en');

/** What the import would do, in one sentence, and what was taken for granted in reading the file. */
export function PlanSummary({ plan }: { plan: TableReport }) {
  const { rows, create, update, keep, unchanged, invalid, unchecked } = plan.counts;
  const parts = [
    [create, 'new'],
    [update, 'with changes'],
    [keep, 'kept as in the portal'],
    [unchanged, 'there already'],
    [invalid, 'with problems'],
    [unchecked, 'not checked further'],
  ] as const;
  const remarks = [
    ...plan.file.remarks,
    ...plan.notices.map(({ column, message, rows: about }) => `${column}: ${message} (${rowsText(about)})`),
  ];
  return (
    <div className="flex flex-col gap-2">
      <p role="status">
        <span className="font-medium">{rows === 1 ? 'One row' : `${number(rows)} rows`}</span>:{' '}
        {parts.flatMap(([count, words]) => (count > 0 ? [`${number(count)} ${words}`] : [])).join(', ')}.
      </p>
      {remarks.length > 0 ? (
        <Callout tone="info">
          <ul className="flex flex-col gap-0.5">
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Callout>
      ) : null}
    </div>
  );
}

function rowsText(rows: readonly number[]): string {
  if (rows.length === 1) return `row ${rows[0]}`;
  return rows.length > 10 ? `${number(rows.length)} rows` : `rows ${rowRanges(rows)}`;
}
