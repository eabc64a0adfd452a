import 'server-only';
import {
  alongFields,
  changeableFields,
  holdingLists,
  isList,
  movingField,
  partsFields,
} from '@/lib/declare/changeable-fields';
import type { ManyChangeChoices, ManyChangeTasks } from '@/lib/declare/many-changes';
import type { Model } from '@/lib/declare/model';
import { modelNamed, storedModels } from '@/lib/models';

/** What can be changed in many records of a model, as its declaration says. */
export function changeChoices(model: Model): ManyChangeChoices {
  const moving = movingField(model, storedModels);
  const along = [
    ...new Set(alongFields(model, storedModels).map(({ to }) => modelNamed(to).labelPlural.toLowerCase())),
  ];
  return {
    fields: changeableFields(model),
    parts: partsFields(model, storedModels),
    lists: holdingLists(model, storedModels),
    moving: moving && {
      name: moving.name,
      field: moving.field,
      to: moving.to.label.toLowerCase(),
      isList: isList(moving.field),
      along: along.length > 0 ? along.join(' and ') : null,
    },
  };
}

/** What a list of the model offers to do with several records; null for nothing. */
export function changeTasks(model: Model): ManyChangeTasks | null {
  const { fields, parts, lists, moving } = changeChoices(model);
  const has = (kind: string) => fields.some((field) => field.kind === kind);
  const tasks = {
    tags: has('tags'),
    links: has('link') || parts.length + lists.length > 0,
    values: has('value'),
    to: moving?.to ?? null,
  };
  return tasks.tags || tasks.links || tasks.values || tasks.to ? tasks : null;
}
