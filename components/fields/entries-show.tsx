import type { LogEntry } from '@/lib/declare/kinds/entries';
import type { FamilyName } from '@/lib/vocabularies/types';
import { EntriesTable } from '../log/entries-table';
import type { Titles } from './field-parts';

interface EntriesShowProps {
  family: FamilyName;
  type: string;
  entries: readonly unknown[];
  zone: string;
  titles: Titles;
}

/** The entries of a log as a table, where nothing is changed. */
export default function EntriesShow({ entries, ...props }: EntriesShowProps) {
  // Stored checked.
  return <EntriesTable label="Entries" entries={entries as readonly LogEntry[]} {...props} />;
}
