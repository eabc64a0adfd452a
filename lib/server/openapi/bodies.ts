import 'server-only';
import type { Model } from '@/lib/declare/model';
import { bulkRowsMax } from '../operations/write-many';
import { approvalModelOf } from './facts';
import { formBody } from './files';
import type { Json } from './json';
import { includedLists } from './model-schemas';
import { createName, exampleRef, inputName, listName, schemaName, schemaRef } from './names';

const json = (schema: Json, example?: string): Json => ({
  'application/json': { schema, ...(example ? { examples: { example: exampleRef(example) } } : {}) },
});

const etag: Json = { ETag: { $ref: '#/components/headers/ETag' } };

const enveloped = (model: Model): Json => ({
  type: 'object',
  required: [model.wire.singular],
  properties: { ...includedLists(model), [model.wire.singular]: schemaRef(schemaName(model)) },
});

/** What a write answers: with notices, and as an approval where it waits for a reviewer. */
function answered(model: Model): Json {
  const key = model.wire.singular;
  const approval = approvalModelOf(model);
  return {
    type: 'object',
    ...(approval ? { minProperties: 1 } : { required: [key] }),
    properties: {
      [key]: schemaRef(schemaName(model)),
      ...(approval ? { [approval.wire.singular]: schemaRef(schemaName(approval)) } : {}),
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
    content: { ...json(schemaRef(createName(model)), createName(model)), ...formBody(model) },
  }),
  change: (model: Model): Json => ({
    required: true,
    content: { ...json(schemaRef(inputName(model)), inputName(model)), ...formBody(model) },
  }),
  many: (model: Model): Json => ({
    required: true,
    content: json({
      type: 'array',
      minItems: 1,
      maxItems: bulkRowsMax,
      items: { allOf: [schemaRef(inputName(model)), schemaRef('BulkKeys')] },
    }),
  }),
  report: {
    description: 'What became of each row, counted from 1.',
    content: json(schemaRef('BulkReport')),
  },
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
  yaml: {
    description: 'The file.',
    headers: etag,
    content: { 'application/yaml': { schema: { type: 'string' } } },
  },
} as const;
