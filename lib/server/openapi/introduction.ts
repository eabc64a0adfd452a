import 'server-only';
import { comparisons, textOperators, type Operator } from '@/lib/declare/field';
import { jsonBytesMax } from '../api/body';
import { bulkBytesMax } from '../api/bulk';
import { getEnv } from '../env';
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

/** What this instance limits, in words. */
export function limitsInWords(): string[] {
  const { API_RATE_PER_TOKEN: perToken, API_RATE_PER_ADDRESS: perAddress } = getEnv();
  return [
    ...(perToken > 0 ? [`${perToken} requests a minute with one token.`] : []),
    ...(perAddress > 0 ? [`${perAddress} requests a minute from one address without a token.`] : []),
    `${exportsAtOnceMax} exports at a time on one server.`,
    'What is too much is answered by 429, with the seconds to wait in Retry-After.',
    `New tokens: ${rate(rateLimits['token-user'])}. Programs that ask for one, from one address: ${rate(rateLimits['device-address'])}.`,
    `A body has at most ${mebibytes(jsonBytesMax)}, one of many records ${mebibytes(bulkBytesMax)}.`,
    'A query has at most 50 filters and five sort keys.',
  ];
}
