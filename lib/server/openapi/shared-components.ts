import 'server-only';
import { defaultMessages, statuses, type ErrorCode } from '@/lib/errors';
import { profiles } from '@/lib/formats/session-toml/shape';
import { limitMax } from '../operations/list';
import { limitDefault } from '../api/api-query';
import { exampleRef, responseRef, schemaRef } from './names';
import type { Json } from './json';

const codes = Object.keys(statuses) as ErrorCode[]; // the keys of the table
const codesWith = (status: number): ErrorCode[] => codes.filter((code) => statuses[code] === status);

/** `not_signed_in` as NotSignedIn: the answers are called after the first code of their status. */
const responseName = (status: number): string =>
  (codesWith(status)[0] ?? '').replaceAll(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());

/** The ways in which a request can fail, as answers of an operation. Whatever else goes wrong is the default. */
export const failures = (...list: readonly number[]): Json => ({
  ...Object.fromEntries(list.map((status) => [String(status), responseRef(responseName(status))])),
  default: responseRef('Failure'),
});

const problem = schemaRef('Problem');
const failureResponse = (status: number): Json => ({
  description: codesWith(status)
    .map((code) => `\`${code}\`: ${defaultMessages[code]}`)
    .join('\n\n'),
  content: {
    'application/json':
      status === statuses.invalid
        ? {
            schema: { anyOf: [schemaRef('FieldProblems'), problem] },
            examples: { fields: exampleRef('FieldProblems') },
          }
        : { schema: problem, examples: { problem: exampleRef(responseName(status)) } },
  },
});

/** Statuses that operations name; any other comes as the default. */
const named = [400, 401, 403, 404, 409, 412, 413, 415, 422];

export const responses: Record<string, Json> = {
  ...Object.fromEntries(named.map((status) => [responseName(status), failureResponse(status)])),
  Unchanged: { description: 'As it was at the ETag in If-None-Match.' },
  Failure: {
    description: 'Anything else: too many requests (429), a fault of ours (500), no database (503).',
    headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
    content: { 'application/json': { schema: problem } },
  },
};

export const failureExamples: Record<string, Json> = {
  FieldProblems: {
    summary: 'Two fields are wrong',
    value: {
      name: ['Name is required.'],
      'details.duration.unit': ['Expected one of s, min or h, found the text “days”.'],
    },
  },
  ...Object.fromEntries(
    named
      .filter((status) => status !== statuses.invalid)
      .map((status) => {
        const [code = 'internal'] = codesWith(status);
        const value = { detail: defaultMessages[code], code, request_id: '01970000-0000-7000-8000-0000000000aa' };
        return [responseName(status), { summary: code, value }];
      }),
  ),
};

export const schemas: Record<string, Json> = {
  Id: { title: 'Id', type: 'string', format: 'uuid' },
  PageAddress: {
    type: ['string', 'null'],
    format: 'uri',
    description: 'Absolute, with the whole query; null where there is no further page.',
  },
  Meta: {
    type: 'object',
    required: ['page', 'per_page', 'total_results', 'total_pages'],
    properties: Object.fromEntries(
      ['page', 'per_page', 'total_results', 'total_pages'].map((name) => [name, { type: 'integer' }]),
    ),
  },
  Notices: {
    type: 'array',
    items: { type: 'string' },
    description: 'What was understood in a way that the sender should know, such as a time without a zone.',
  },
  BulkKeys: {
    title: 'Of the record to change',
    type: 'object',
    properties: { id: { anyOf: [schemaRef('Id'), { type: 'integer' }] }, version: { type: 'integer' } },
  },
  BulkReport: {
    title: 'Report of many writes',
    type: 'object',
    required: ['rows', 'count', 'created', 'changed', 'unchanged', 'proposed'],
    properties: {
      rows: {
        type: 'array',
        items: {
          type: 'object',
          required: ['row', 'status', 'id', 'version'],
          properties: {
            row: { type: 'integer', minimum: 1 },
            status: { enum: ['created', 'changed', 'unchanged', 'proposed'] },
            id: { anyOf: [schemaRef('Id'), { type: 'integer' }] },
            version: { type: 'integer' },
          },
        },
      },
      ...Object.fromEntries(
        ['count', 'created', 'changed', 'unchanged', 'proposed'].map((name) => [name, { type: 'integer' }]),
      ),
    },
  },
  FieldProblems: {
    title: 'Problems of fields',
    description: 'Every problem at once: the path of a field, with what is wrong there.',
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
  },
  Problem: {
    title: 'Problem',
    description: 'What went wrong, for people; its code, for programs; and the id to ask about.',
    type: 'object',
    required: ['detail', 'code'],
    properties: {
      detail: { type: 'string' },
      code: { type: 'string', description: `One of ${codes.join(', ')}, or one that says more.` },
      request_id: { type: 'string' },
    },
  },
};

const query = (name: string, description: string, schema: Json): Json => ({ name, in: 'query', description, schema });

export const parameters: Record<string, Json> = {
  RecordId: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'The id of the record: a UUID, or the number of a user, group, session, setup …',
    schema: { anyOf: [schemaRef('Id'), { type: 'integer' }] },
  },
  search: query('search', 'Words that must all occur in the search fields of the model.', { type: 'string' }),
  limit: query('limit', 'Records a page.', { type: 'integer', minimum: 1, maximum: limitMax, default: limitDefault }),
  offset: query('offset', 'Records to pass over.', { type: 'integer', minimum: 0, default: 0 }),
  cursor: query(
    'cursor',
    'In place of `offset` and `sort[]`: `*` begins, and `next` carries the one of the next page. Records come in the order of their creation; whatever is written meanwhile, none comes twice and none is left out.',
    { type: 'string' },
  ),
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag of the record that was read. Where somebody has changed it since, nothing is written (412).',
    schema: { type: 'string' },
    example: '"2"',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The ETag of what is known already: where it still holds, the answer is 304 without a body.',
    schema: { type: 'string' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'A text of yours, new for every request: sent again within 24 hours, the first answer comes again and nothing is written twice.',
    schema: { type: 'string', pattern: '^[\x21-\x7e]{1,200}$' },
    example: 'recording-2026-03-14-01',
  },
  ImportProject: query('project', 'The id of the project that the sessions belong to.', schemaRef('Id')),
  Profile: query('profile', 'The profile of session.toml.', { type: 'string', enum: profiles, default: '1.0' }),
  SubjectOfFile: query('subject', 'The id or name of the subject of the file, where the session has several.', {
    type: 'string',
  }),
  Partial: query('partial', 'Leave out what archives would refuse, in place of an error.', {
    type: 'boolean',
    default: false,
  }),
  DryRun: query('dry_run', 'Only say what would be done.', { type: 'boolean', default: false }),
  OnConflict: query('on_conflict', 'What holds where a file disagrees with a subject.', {
    type: 'string',
    enum: ['ask', 'keep', 'overwrite'],
    default: 'ask',
  }),
  Strain: query('strain', 'The id of the strain of subjects that are new.', schemaRef('Id')),
};

export const headers: Record<string, Json> = {
  ETag: {
    description: 'The version of the record, for If-Match and If-None-Match.',
    schema: { type: 'string' },
  },
  'Retry-After': { description: 'Seconds to wait; with 429.', schema: { type: 'integer' } },
};

export const securitySchemes: Record<string, Json> = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'A personal access token. In the browser the cookie of the portal does as well.',
  },
};
