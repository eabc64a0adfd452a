import type { LogEntry } from '@/lib/declare/kinds/entries';

/** The instant of an entry, which no two of a log share. */
export const entryTime = (entry: LogEntry): string => entry.date_time ?? entry.start_date_time ?? '';
