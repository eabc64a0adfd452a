'use server';

import { refused, type Option } from '@/components/ui/option';
import { findModel } from '@/lib/models';
import { listRecords } from '@/lib/server/operations/list';
import { TitleQuestions } from '@/lib/server/queries/titles';
import { wordsInUse } from '@/lib/server/queries/words';
import { candidates, whyNothing } from '@/lib/server/rules/candidates';
import { offered, suggested } from './answer';
import { modelAt, textIn, valuesIn, wordsIn } from './target';

const offeredMax = 30;

/** What a field of a form may link, given what the form links already. */
export async function findCandidates(
  path: string,
  field: string,
  query: string,
  draft: Readonly<Record<string, unknown>>,
): Promise<Option[]> {
  return offered(async (viewer) => {
    const model = modelAt(path);
    const name = textIn(field);
    if (!Object.hasOwn(model.fields, name)) return [];
    const given = valuesIn(draft);
    const found = await candidates(viewer, model, name, given, wordsIn(query), offeredMax);
    const why = found.length === 0 ? await whyNothing(viewer, model, name, given) : null;
    if (why !== null) return refused(`Nothing found. ${why}`);
    return found.map(({ id, title, hint }) => ({ value: id, label: title, ...(hint ? { description: hint } : {}) }));
  });
}

/** Readable records of a model, for filters. */
export async function findRecords(_path: string, name: string, query: string): Promise<Option[]> {
  return offered(async (viewer) => {
    const model = findModel(textIn(name));
    if (!model) return [];
    const list = {
      filters: [],
      search: wordsIn(query),
      sort: [],
      limit: offeredMax,
      offset: 0,
      exclude: Object.keys(model.fields),
    };
    const { records } = await listRecords(viewer, model, list, 'none');
    const ids = records.map(({ id }) => String(id));
    const titles = await new TitleQuestions().add(model.name, ids).answer(viewer);
    return ids.map((id) => ({ value: id, label: titles[model.name]?.[id] ?? id }));
  });
}

/** Words in use that fit. */
export async function findWords(path: string, field: string, query: string): Promise<string[]> {
  return suggested<string[]>([], async (viewer) => {
    const model = modelAt(path);
    const name = textIn(field);
    return Object.hasOwn(model.fields, name) ? wordsInUse(viewer, model, name, wordsIn(query)) : [];
  });
}
