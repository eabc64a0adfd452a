import 'server-only';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { parseListQuery } from '@/lib/server/api/list-query';
import { getViewer } from '@/lib/server/auth/viewer';
import { getText } from '@/lib/server/operations/get';
import type { Parameter } from '@/lib/server/openapi/snippets';

type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What is not of the query: the record in view, and the language of the snippets. */
const ours = ['id', 'lang'];
const parametersMax = 100;

/** The API query that the page's own address carries. One that the API would refuse is left out, with what is wrong. */
export function askedQuery(model: Model, given: Given): { query: readonly Parameter[]; problems: readonly string[] } {
  const query = Object.entries(given)
    .filter(([name]) => !ours.includes(name))
    .flatMap(([name, value]) => [value ?? []].flat().map((text): [string, string] => [name, text]))
    .slice(0, parametersMax);
  try {
    parseListQuery(model, new URLSearchParams(query));
    return { query, problems: [] };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { query: [], problems: error.problems.map(({ path, message }) => `${path}: ${message}`) };
  }
}

/** The record that an address names, as the API answers it to whoever looks; null for what they may not see. */
export async function recordInView(
  model: Model,
  given: Given[string],
): Promise<{ id: string | number; json: string } | null> {
  const viewer = await getViewer();
  if (!viewer || typeof given !== 'string' || given === '') return null;
  try {
    // PostgreSQL built it from the declaration, so its shape is the record's.
    const record = JSON.parse(await getText(viewer, model, given)) as AnyRecord;
    return { id: record.id, json: JSON.stringify({ [model.wire.singular]: record }, null, 2) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
