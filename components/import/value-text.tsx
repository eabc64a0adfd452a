import { Nothing } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import { htmlToText } from '@/lib/formats/session-toml/rich-text';

/** A value of a report as a person reads it. Lists of rows take a line for each row. */
export function ValueText({ field, value, zone }: { field: string; value: unknown; zone: string }) {
  if (value === null || value === undefined || value === '') return <Nothing />;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (field === 'date_time' && typeof value === 'string') return <Time value={value} zone={zone} />;
  if (field === 'description' && typeof value === 'string')
    return <span className="whitespace-pre-line">{htmlToText(value)}</span>;
  if (!Array.isArray(value)) return typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (value.length === 0) return <Nothing />;
  return (
    <ul>
      {value.map((row: unknown, index) => (
        // Rows have no identity of their own and the list never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>{rowText(row)}</li>
      ))}
    </ul>
  );
}

const rowText = (row: unknown): string =>
  typeof row === 'object' && row !== null
    ? Object.values(row)
        .filter((part) => part !== '' && part !== null)
        .map(String)
        .join(' · ')
    : String(row);
