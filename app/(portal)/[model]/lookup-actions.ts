'use server';

import type { Option } from '@/components/ui/option';
import { AppError } from '@/lib/errors';
import { findModel, modelAtPath } from '@/lib/models';
import { getViewer } from '@/lib/server/auth/viewer';
import { listRecords } from '@/lib/server/operations/list';
import { TitleQuestions } from '@/lib/server/queries/titles';
import { wordsInUse } from '@/lib/server/queries/words';
import { candidates } from '@/lib/server/rules/candidates';

const offered = 30;
const queryMax = 200;
/** A text that PostgreSQL can hold. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, queryMax).replaceAll('\0', '') : '';

async function whoAsks(path: string) {
  const viewer = await getViewer();
  const model = modelAtPath(textOf(path));
  if (!viewer || !model) throw new AppError(viewer ? 'not_found' : 'not_signed_in');
  return { viewer, model };
}

/** What a field of a form may link, given what the form links already. */
export async function findCandidates(
  path: string,
  field: string,
  query: string,
  draft: Readonly<Record<string, unknown>>,
): Promise<Option[]> {
  const { viewer, model } = await whoAsks(path);
  const name = textOf(field);
  if (!Object.hasOwn(model.fields, name)) return [];
  const known = typeof draft === 'object' && draft !== null ? draft : {};
  const found = await candidates(viewer, model, name, known, textOf(query), offered);
  return found.map(({ id, title, hint }) => ({ value: id, label: title, ...(hint ? { description: hint } : {}) }));
}

/** Readable records of a model, for filters. */
export async function findRecords(path: string, name: string, query: string): Promise<Option[]> {
  const { viewer } = await whoAsks(path);
  const model = findModel(textOf(name));
  if (!model) return [];
  const list = {
    filters: [],
    search: textOf(query),
    sort: [],
    limit: offered,
    offset: 0,
    exclude: Object.keys(model.fields),
  };
  const { records } = await listRecords(viewer, model, list, 'none');
  const ids = records.map(({ id }) => String(id));
  const titles = await new TitleQuestions().add(model.name, ids).answer(viewer);
  return ids.map((id) => ({ value: id, label: titles[model.name]?.[id] ?? id }));
}

/** Words in use that fit. */
export async function findWords(path: string, field: string, query: string): Promise<string[]> {
  const { viewer, model } = await whoAsks(path);
  const name = textOf(field);
  return Object.hasOwn(model.fields, name) ? wordsInUse(viewer, model, name, textOf(query)) : [];
}
