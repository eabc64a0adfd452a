import 'server-only';
import { comparisons, textOperators, type Operator } from '@/lib/declare/field';
import { jsonBytesMax } from '../api/body';
import { bulkBytesMax } from '../api/bulk';
import { exportsAtOnceMax } from '../operations/export-list';
import { rateLimits } from '../rate-limit';
import type { Json } from './json';
import { failureExamples } from './shared-components';

/** Every operator of filters, once. */
export const allOperators: readonly Operator[] = [...new Set<Operator>([...textOperators, ...comparisons])];

/** What is answered when two fields are wrong. */
export const exampleProblems = failureExamples.FieldProblems?.value as Json; // written there as an object

const mebibytes = (bytes: number): string => `${bytes / 1024 / 1024} MiB`;
const rate = ({ points, seconds }: { points: number; seconds: number }): string =>
  `${points} in ${seconds / 60} minutes`;

/** What is limited, in words. */
export const limitsInWords: readonly string[] = [
  'Reading and writing are not counted.',
  `At most ${exportsAtOnceMax} exports run at a time on one server; the next is asked to wait (429, Retry-After).`,
  `New tokens: ${rate(rateLimits['token-user'])}. Invitations: ${rate(rateLimits['invitation-user'])}.`,
  `A body has at most ${mebibytes(jsonBytesMax)}, one of many records ${mebibytes(bulkBytesMax)}.`,
  'A query has at most 50 filters and five sort keys.',
];
