import 'server-only';
import { tables } from '@/lib/formats/tables';
import type { Json } from './json';
import { parameterRef, schemaRef } from './names';
import { failures } from './shared-components';

const names = tables.map(({ name }) => name);
const json = (schema: Json): Json => ({ 'application/json': { schema } });
const object: Json = { type: 'object' };
const query = (name: string, description: string, schema: Json): Json => ({ name, in: 'query', description, schema });
const sheetTypes = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

/** Importing tables (docs/import.md): below `/api`, for they belong to no model. */
export const tableImportPaths = (servers: readonly Json[]): Record<string, Json> => ({
  '/private/import/': {
    servers,
    get: {
      tags: ['stem'],
      operationId: 'listImportTables',
      summary: 'List the tables that can be imported, with their columns',
      responses: {
        200: {
          description: 'The tables.',
          content: json({ ...object, required: ['tables'], properties: { tables: { type: 'array', items: object } } }),
        },
        ...failures(401),
      },
    },
  },
  '/private/import/{table}/': {
    servers,
    parameters: [{ name: 'table', in: 'path', required: true, schema: { type: 'string', enum: names } }],
    get: {
      tags: ['stem'],
      operationId: 'getImportTemplate',
      summary: 'Download a file to begin a table with',
      responses: {
        200: { description: 'The file.', content: { 'text/csv': { schema: { type: 'string' } } } },
        ...failures(401, 404),
      },
    },
    post: {
      tags: ['stem'],
      operationId: 'importTable',
      summary: 'Check or import a table',
      description:
        'First with dry_run: the report says what would be written, and every problem at its row. Then with the hash of the file from that report as checked: all rows are written, or none. The parameters may also be in the form.',
      parameters: [
        parameterRef('DryRun'),
        query('checked', 'The hash of the file that was checked.', { type: 'string' }),
        query('sheet', 'The sheet of a workbook.', { type: 'string' }),
        query('on_difference', 'What holds where a row differs from a record.', {
          type: 'string',
          enum: ['keep', 'update'],
          default: 'keep',
        }),
      ],
      requestBody: {
        required: true,
        content: {
          ...Object.fromEntries(sheetTypes.map((type) => [type, { schema: { type: 'string' } }])),
          'multipart/form-data': {
            schema: { ...object, required: ['file'], properties: { file: { type: 'string' } } },
          },
        },
      },
      responses: { 200: { description: 'The report.', content: json(object) }, ...failures(400, 401, 404, 409, 413) },
    },
  },
  '/private/import/undo/{id}/': {
    servers,
    parameters: [{ name: 'id', in: 'path', required: true, schema: schemaRef('Id') }],
    post: {
      tags: ['stem'],
      operationId: 'undoTableImport',
      summary: 'Take an import back',
      responses: { 204: { description: 'Undone.' }, ...failures(401, 404, 409) },
    },
  },
});
