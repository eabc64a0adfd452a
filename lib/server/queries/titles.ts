import 'server-only';
import type { AnyRecord, Field, Model } from '@/lib/declare/model';
import { endsIn, isNaming } from '@/lib/declare/kinds/inverse';
import { isRecordId } from '@/lib/declare/kinds/reference';
import { kindOf } from '@/lib/declare/kinds';
import { modelNamed } from '@/lib/models';
import type { Executor } from '../db/sql';
import { titlesOf } from '../rules/candidates';
import type { Viewer } from '../viewer';

/** Titles by model and id. */
export type TitlesByModel = Record<string, Record<string, string>>;

/** The model whose ids a field holds, or null. */
export function linkedModel(field: Field): string | null {
  const storage = kindOf(field).storage(field);
  if (storage.shape === 'grants') return storage.as === 'ids' ? storage.to : null;
  return (storage.shape === 'link' || (storage.shape === 'column' && storage.read === 'reference')) && 'to' in field
    ? String(field.to)
    : null;
}

/** Gathers ids from anywhere and asks for their titles once a model. What the viewer can't read gets none. */
export class TitleQuestions {
  private readonly wanted = new Map<string, Set<string>>();

  add(model: string, ids: unknown): this {
    const list = Array.isArray(ids) ? ids : [ids];
    const known = this.wanted.get(model) ?? new Set();
    // Ids come from addresses too: what can't be one is not asked for.
    const usesNumbers = modelNamed(model).number === 'id';
    for (const id of list) if (isRecordId(id) && String(id).includes('-') !== usesNumbers) known.add(String(id));
    this.wanted.set(model, known);
    return this;
  }

  /** The records themselves, and all that their fields link. */
  addRecords(model: Model, records: readonly AnyRecord[], fields: readonly string[] = Object.keys(model.fields)): this {
    this.add(
      model.name,
      records.map(({ id }) => id),
    );
    for (const name of fields) {
      const field = model.fields[name];
      const target = field && linkedModel(field);
      if (target) for (const record of records) this.add(target, record[name]);
      if (field && isNaming(field))
        for (const record of records) this.add(field.leadsTo.to, endsIn(field, record[name]));
      if (name === 'created_by' || name === 'updated_by') for (const record of records) this.add('user', record[name]);
    }
    return this;
  }

  async answer(viewer: Viewer): Promise<TitlesByModel> {
    const answers = await Promise.all(
      this.asked().map(
        async ([name, ids]) => [name, Object.fromEntries(await titlesOf(viewer, modelNamed(name), [...ids]))] as const,
      ),
    );
    return Object.fromEntries(answers);
  }

  /** The same inside a transaction, which must not wait for a second connection while it holds one. */
  async answerWithin(tx: Executor, viewer: Viewer): Promise<TitlesByModel> {
    const answers: TitlesByModel = {};
    for (const [name, ids] of this.asked())
      answers[name] = Object.fromEntries(await titlesOf(viewer, modelNamed(name), [...ids], tx));
    return answers;
  }

  private asked() {
    return [...this.wanted].filter(([, ids]) => ids.size > 0);
  }
}
