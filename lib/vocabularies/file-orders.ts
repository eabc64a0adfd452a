import type { Choice } from '@/lib/declare/field';

/** Orders in which the files of a pattern are read (session.toml, GUD-001). */
export const fileOrders: readonly Choice[] = [
  { code: 'name_asc', label: 'Name, ascending' },
  { code: 'name_desc', label: 'Name, descending' },
  { code: 'mtime_asc', label: 'Time of change, ascending' },
  { code: 'mtime_desc', label: 'Time of change, descending' },
];
