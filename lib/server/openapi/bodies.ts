import 'server-only';
import type { Model } from '@/lib/declare/model';
import { isReviewed } from './facts';
import type { Json } from './json';
import { createName, exampleRef, inputName, listName, schemaName, schemaRef } from './names';

/** Most records of one request that creates many. */
export const bulkMax = 1000;

const json = (schema: Json, example?: string): Json => ({
  'application/json': { schema, ...(example ? { examples: { example: exampleRef(example) } } : {}) },
});

const etag: Json = { ETag: { $ref: '#/components/headers/ETag' } };

const enveloped = (model: Model): Json => ({
  type: 'object',
  required: [model.wire.singular],
  properties: { [model.wire.singular]: schemaRef(schemaName(model)) },
});

/** What a write answers: with notices, and under the key of the approval where it waits for a reviewer. */
function answered(model: Model): Json {
  const record = schemaRef(schemaName(model));
  const key = model.wire.singular;
  const isApproval = isReviewed(model) && model.access.by === 'catalogue' && model.access.answer !== 'record';
  return {
    type: 'object',
    ...(isApproval ? { minProperties: 1 } : { required: [key] }),
    properties: {
      [key]: record,
      ...(isApproval ? { [`${key}_approval`]: record } : {}),
      notices: { $ref: '#/components/schemas/Notices' },
    },
  };
}

/** The bodies of requests and answers. */
export const bodies = {
  list: (model: Model): Json => ({
    description: `A page of ${model.labelPlural.toLowerCase()}.`,
    content: json(schemaRef(listName(model)), listName(model)),
  }),
  single: (model: Model): Json => ({
    description: `The ${model.label.toLowerCase()}.`,
    headers: etag,
    content: json(enveloped(model), schemaName(model)),
  }),
  written: (model: Model): Json => ({
    description: `The ${model.label.toLowerCase()} as it is now.`,
    headers: etag,
    content: json(answered(model), schemaName(model)),
  }),
  create: (model: Model): Json => ({
    required: true,
    content: json(schemaRef(createName(model)), createName(model)),
  }),
  change: (model: Model): Json => ({
    required: true,
    content: json(schemaRef(inputName(model)), inputName(model)),
  }),
  many: (model: Model): Json => ({
    required: true,
    content: json({ type: 'array', minItems: 1, maxItems: bulkMax, items: schemaRef(createName(model)) }),
  }),
  manyWritten: (model: Model): Json => ({
    description: `The ${model.labelPlural.toLowerCase()} as they are now, in the order in which they were sent.`,
    content: json({
      type: 'object',
      required: [model.wire.plural],
      properties: { [model.wire.plural]: { type: 'array', items: schemaRef(schemaName(model)) } },
    }),
  }),
  lines: (model: Model): Json => ({
    description: `One ${model.label.toLowerCase()} a line.`,
    content: { 'application/x-ndjson': { schema: schemaRef(schemaName(model)) } },
  }),
  deleted: {
    description: 'Deleted.',
    headers: { 'X-Deletion': { description: 'The id of the deletion.', schema: schemaRef('Id') } },
  },
  action: (keys: Readonly<Record<string, string>> | undefined): Json => ({
    required: false,
    content: json({
      type: 'object',
      properties: Object.fromEntries(Object.entries(keys ?? {}).map(([key, description]) => [key, { description }])),
    }),
  }),
  files: {
    required: true,
    content: {
      'application/toml': { schema: { type: 'string' } },
      'application/zip': { schema: { type: 'string', contentMediaType: 'application/zip' } },
      'multipart/form-data': {
        schema: { type: 'object', properties: { file: { type: 'array', items: { type: 'string' } } } },
      },
    },
  },
  importReport: { description: 'What became of each file.', content: json({ type: 'object' }) },
  toml: {
    description: 'The file.',
    headers: etag,
    content: { 'application/toml': { schema: { type: 'string' } } },
  },
} as const;
