import 'server-only';
import { z } from 'zod';
import {
  areChangeable,
  changeableFields,
  holdingLists,
  movingField,
  partsFields,
} from '@/lib/declare/changeable-fields';
import type { FieldStep, ManyChange } from '@/lib/declare/many-changes';
import type { Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { modelNamed, storedModels } from '@/lib/models';
import type { Part } from './change-many-part';
import { bulkRowsMax } from './write-many';

const stepsMax = 20;
/** A record is about only so many others. */
const partsMax = 50;
/** Parts are made one by one. */
export const partsMadeMax = 5000;

const changeSchema = z.union([
  z.object({
    steps: z
      .array(
        z.object({
          field: z.string(),
          operation: z.enum(['set', 'add', 'remove', 'clear']),
          value: z.unknown().optional(),
        }),
      )
      .min(1)
      .max(stepsMax),
    along: z.boolean().optional(),
  }),
  z.object({
    parts: z.string(),
    operation: z.enum(['add', 'remove']),
    ids: z.array(z.string()).min(1).max(partsMax),
  }),
  z.object({
    list: z.object({ model: z.string(), field: z.string() }),
    operation: z.enum(['add', 'remove']),
    ids: z.array(z.string()).min(1).max(bulkRowsMax),
  }),
]);

/** A change of so many records that a browser has sent: one that records of the model can be given. @throws AppError invalid, forbidden. */
export function readChange(model: Model, input: unknown, count: number): ManyChange {
  if (!areChangeable(model)) throw new AppError('forbidden');
  const parsed = changeSchema.safeParse(input);
  if (!parsed.success) throw cannot();
  const change: ManyChange = parsed.data;
  if ('steps' in change) {
    if (!change.steps.every((step) => isPossible(model, step))) throw cannot();
  } else if ('parts' in change) {
    if (!partsFields(model, storedModels).some(({ name }) => name === change.parts)) throw cannot();
    if (count * change.ids.length > partsMadeMax)
      throw new AppError('invalid', {
        message: `At most ${partsMadeMax.toLocaleString('en')} links at once: choose fewer records.`,
      });
  } else {
    const { list } = change;
    const isKnown = holdingLists(model, storedModels).some(
      (one) => one.model === list.model && one.field === list.field,
    );
    if (!isKnown) throw cannot();
  }
  return change;
}

const cannot = () =>
  new AppError('invalid', { message: 'This can’t be changed in several records at once: change it in each of them.' });

function isPossible(model: Model, { field, operation }: FieldStep): boolean {
  if (movingField(model, storedModels)?.name === field) return operation === 'set' || operation === 'add';
  return changeableFields(model).some(({ name, operations }) => name === field && operations.includes(operation));
}

/** The records that a change writes: those asked for, or those whose lists they are put into. */
export function partOf(model: Model, ids: readonly string[], change: ManyChange): Part {
  if ('steps' in change) return { model, ids, steps: change.steps };
  if ('parts' in change) {
    const field = partsFields(model, storedModels).find(({ name }) => name === change.parts);
    return {
      model,
      ids,
      steps: [],
      ...(field ? { parts: { field, operation: change.operation, ids: change.ids } } : {}),
    };
  }
  const { list, operation } = change;
  return { model: modelNamed(list.model), ids: change.ids, steps: [{ field: list.field, operation, value: ids }] };
}

/** The step that moves the records, or null. */
export function moveOf(model: Model, { steps }: Pick<Part, 'steps'>) {
  const moving = movingField(model, storedModels);
  const step = moving && steps.find(({ field }) => field === moving.name);
  return moving && step ? { ...moving, step } : null;
}
