import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import type { Model } from '@/lib/declare/model';
import type { Json } from './json';
import { schemaRef } from './names';
import { failures } from './shared-components';

const text: Json = { type: 'string' };
const count: Json = { type: ['integer', 'null'] };
/** The bytes of a file in a form. */
const bytes: Json = { type: 'string', contentMediaType: 'application/octet-stream' };
// Files lie beside the API, not below it.
const servers = [{ url: '/', description: 'The same for everyone' }];

/** Fields of a model that hold a file each. */
const fileFields = (model: Model): string[] =>
  Object.entries(model.fields).flatMap(([name, field]) =>
    kindOf(field).files && !kindOf(field).isHtml && !field.readOnly ? [name] : [],
  );

/** A record as a form, for the models that have files; nothing for the others. */
export function formBody(model: Model): Json {
  const names = fileFields(model);
  if (names.length === 0) return {};
  return {
    'multipart/form-data': {
      schema: {
        type: 'object',
        description: 'The same fields, a part each; a part that comes several times is a list, an empty one nothing.',
        properties: Object.fromEntries(names.map((name) => [name, bytes])),
        additionalProperties: text,
      },
    },
  };
}

const stored: Json = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'object',
      properties: {
        id: schemaRef('Id'),
        address: { ...text, description: 'What a field takes as its value.' },
        name: text,
        media_type: text,
        bytes: { type: 'integer' },
        width: count,
        height: count,
      },
    },
  },
};

/** Stored files: images in texts, and files of fields. */
export const filePaths: Readonly<Record<string, Json>> = {
  '/files': {
    servers,
    post: {
      tags: ['stem'],
      operationId: 'uploadFile',
      summary: 'Store a file for a field',
      description:
        'PNG, JPEG, WebP, GIF, AVIF and HEIC are decoded and written anew (AVIF as WebP, HEIC as JPEG), upright and without what says where and by what they were taken. Documents are PDF, Word, Excel, PowerPoint, OpenDocument and plain text. What no record is saved with is removed after a week.',
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              required: ['model', 'field', 'file'],
              properties: {
                model: { ...text, description: 'Such as session.' },
                field: { ...text, description: 'Such as description.' },
                record: { ...text, description: 'The id of the record; left out for a new one.' },
                file: bytes,
              },
            },
          },
        },
      },
      responses: {
        201: { description: 'What was stored.', content: { 'application/json': { schema: stored } } },
        ...failures(400, 401, 403, 404, 413, 415),
      },
    },
  },
  '/files/{id}': {
    servers,
    parameters: [{ name: 'id', in: 'path', required: true, schema: schemaRef('Id') }],
    get: {
      tags: ['stem'],
      operationId: 'readFile',
      summary: 'Read a file',
      description: 'Whoever may read the record that it belongs to reads it; nobody is needed for what is public.',
      parameters: [
        {
          name: 'size',
          in: 'query',
          description: 'A smaller picture of an image.',
          schema: { type: 'string', enum: ['preview'] },
        },
      ],
      security: [{ bearer: [] }, {}],
      responses: {
        200: { description: 'The bytes.', content: { '*/*': { schema: bytes } } },
        ...failures(404),
      },
    },
  },
};
