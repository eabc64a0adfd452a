import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import type { Field, Model } from '@/lib/declare/model';
import { modelList } from '@/lib/models';
import { familySchemas } from './details-schema';
import { familyOf, fieldSchema, idSchema, isIncludable, targetOf } from './field-schema';
import { compact, sentences, type Json } from './json';
import { createName, inputName, listName, schemaName, schemaRef } from './names';
import { isWritable, shownFields, writableFields } from './facts';

const instant = (title: string): Json => ({ title, type: 'string', format: 'date-time', readOnly: true });
const person = (title: string): Json => ({
  title,
  type: ['integer', 'null'],
  readOnly: true,
  description: 'The number of a user. Not on the public portal.',
});

/** What the engine adds to every record, before and after its own fields. */
const before = (model: Model): Record<string, Json> => ({
  id: { title: 'Id', ...idSchema(model), readOnly: true },
  ...(model.number === 'shown'
    ? { number: { title: 'Number', type: 'integer', readOnly: true, description: 'For people: unique and short.' } }
    : {}),
});
const after = (model: Model): Record<string, Json> => ({
  ...(model.access.by === 'catalogue'
    ? { status: { title: 'Review', enum: ['approved', 'pending', 'rejected'], readOnly: true } }
    : {}),
  created_at: instant('Created'),
  updated_at: instant('Changed'),
  version: {
    title: 'Version',
    type: 'integer',
    readOnly: true,
    description: 'Counts changes; it is the ETag that a write gives back in If-Match.',
  },
  created_by: person('Created by'),
  updated_by: person('Changed by'),
});

/** What no answer leaves out, unless `exclude[]` asks for it: access lists and people are not for the public. */
const alwaysThere = (model: Model): string[] => {
  const fields = shownFields(model).filter(([, field]) => !field.hideEmpty && !field.isPrivate && !isAccess(field));
  const always = Object.keys({ ...before(model), ...after(model) }).filter((name) => !name.endsWith('_by'));
  return [...new Set([...always, ...fields.map(([name]) => name)])];
};
const isAccess = (field: Field): boolean => kindOf(field).storage(field).shape === 'grants';

/** The record of a model. */
function recordSchema(model: Model): Json {
  const fields = shownFields(model).map(([name, field]): [string, Json] => [name, fieldSchema(field, 'read')]);
  return {
    title: model.label,
    description: model.help,
    type: 'object',
    required: alwaysThere(model),
    properties: { ...before(model), ...after(model), ...Object.fromEntries(fields) },
  };
}

/** What may be sent, and what must be sent to create a record. */
function inputSchemas(model: Model): Record<string, Json> {
  if (!isWritable(model)) return {};
  const fields = writableFields(model);
  const required = fields.filter(([, field]) => field.required).map(([name]) => name);
  return {
    [inputName(model)]: {
      title: `${model.label}, as it is sent`,
      description: 'Read-only keys of a record that is sent back are ignored; any other unknown key is refused.',
      type: 'object',
      properties: Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(field, 'write')])),
    },
    [createName(model)]: compact({
      title: `New ${model.label.toLowerCase()}`,
      allOf: [schemaRef(inputName(model)), { type: 'object', required }],
    }),
  };
}

function listSchema(model: Model): Json {
  return {
    title: model.labelPlural,
    description: sentences(
      'The records come first, under the key of the model; what was included comes once more, under the keys of its models.',
      !model.hasMeta && '“meta” comes on the public portal only.',
    ),
    type: 'object',
    required: [model.wire.plural, 'count', 'next', 'previous'],
    properties: {
      ...includedLists(model),
      [model.wire.plural]: { type: 'array', items: schemaRef(schemaName(model)) },
      count: { type: 'integer', description: 'How many there are in all.' },
      next: { $ref: '#/components/schemas/PageAddress' },
      previous: { $ref: '#/components/schemas/PageAddress' },
      meta: { $ref: '#/components/schemas/Meta' },
    },
  };
}

/** What was included, once more, under the keys of its models; with a plus before that of the list itself. */
export const includedLists = (model: Model): Record<string, Json> =>
  Object.fromEntries(
    shownFields(model).flatMap(([, field]) => {
      const target = isIncludable(field) ? targetOf(field)?.model : undefined;
      if (!target) return [];
      const { plural } = target.wire;
      return [
        [plural === model.wire.plural ? `+${plural}` : plural, { type: 'array', items: schemaRef(schemaName(target)) }],
      ];
    }),
  );

/** The schemas of all models, and of the details of their types. */
export function modelSchemas(): Record<string, Json> {
  const families = new Set(modelList.flatMap((model) => Object.values(model.fields).flatMap((f) => familyOf(f) ?? [])));
  return {
    ...Object.fromEntries(
      modelList.flatMap((model) =>
        Object.entries({
          [schemaName(model)]: recordSchema(model),
          ...inputSchemas(model),
          [listName(model)]: listSchema(model),
        }),
      ),
    ),
    ...Object.assign({}, ...[...families].map(familySchemas)),
  };
}
