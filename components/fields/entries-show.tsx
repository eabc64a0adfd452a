import type { FamilyName } from '@/lib/vocabularies/types';
import { Time } from '../ui/time';
import DetailsShow from './details-show';
import type { Titles } from './field-parts';
import { objectOf, textOf } from './read-value';

interface EntriesShowProps {
  family: FamilyName;
  type: string;
  entries: readonly unknown[];
  zone: string;
  titles: Titles;
}

/** The entries of a log as a table, the newest first. */
export default function EntriesShow({ family, type, entries, zone, titles }: EntriesShowProps) {
  return (
    <div className="overflow-x-auto">
      <table aria-label="Entries" className="w-full text-left text-sm">
        <thead className="text-muted-foreground">
          <tr>
            {['When', 'What', 'Notes'].map((label) => (
              <th key={label} scope="col" className="pr-4 pb-0.5 font-normal whitespace-nowrap">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(objectOf).map((entry) => {
            const start = textOf(entry.date_time) || textOf(entry.start_date_time);
            const end = textOf(entry.end_date_time);
            const person = titles.user?.[String(entry.performed_by)];
            return (
              <tr key={start} className="border-t align-top">
                <td className="py-1 pr-4 whitespace-nowrap tabular-nums">
                  <Time value={start} zone={zone} />
                  {end ? (
                    <>
                      {' – '}
                      <Time value={end} zone={zone} />
                    </>
                  ) : null}
                </td>
                <td className="py-1 pr-4">
                  <DetailsShow family={family} type={type} value={entry.details} />
                </td>
                <td className="py-1 whitespace-pre-line">
                  {textOf(entry.notes)}
                  {person ? <span className="block text-muted-foreground">{person}</span> : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
