import { behaviors } from './behaviors';
import { cohorts } from './cohorts';
import { collections } from './collections';
import { dataAcquisitions } from './data-acquisitions';
import { epochs } from './epochs';
import { manipulations } from './manipulations';
import { procedures } from './procedures';
import { projects } from './projects';
import { sessions } from './sessions';
import { subjectLogs } from './subject-logs';
import { subjects } from './subjects';
import type { Table } from './table';

/** Every table that can be imported, in the order in which a new laboratory would. */
export const tables: readonly Table[] = [
  projects,
  subjects,
  procedures,
  subjectLogs,
  sessions,
  behaviors,
  dataAcquisitions,
  manipulations,
  epochs,
  cohorts,
  collections,
];

/** The table of that name, which may come from outside, or null. */
export const tableNamed = (name: string): Table | null => tables.find((table) => table.name === name) ?? null;
