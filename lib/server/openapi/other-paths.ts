import 'server-only';
import { filePaths } from './files';
import { failures } from './shared-components';
import type { Json } from './json';
import { tableImportPaths } from './table-imports';
import { parameterRef } from './names';

/** Addresses that belong to no model lie below this one. */
const servers = [{ url: '/api', description: 'The same for everyone' }];
const json = (schema: Json): Json => ({ 'application/json': { schema } });
const text: Json = { type: 'string' };

const deviceFlow: Record<string, Json> = {
  '/auth/device/': {
    servers,
    post: {
      tags: ['auth'],
      operationId: 'startDeviceFlow',
      summary: 'Begin to sign in a program',
      description: 'Answers the address at which a person approves it, and the code with which the program asks.',
      security: [],
      requestBody: { content: json({ type: 'object', properties: { client_name: text } }) },
      responses: {
        200: {
          description: 'The codes, for 15 minutes.',
          content: json({
            type: 'object',
            properties: {
              session_id: text,
              device_code: text,
              user_code: text,
              verification_uri: { type: 'string', format: 'uri' },
              verification_uri_complete: { type: 'string', format: 'uri' },
              expires_in: { type: 'integer', description: 'In seconds.' },
              interval: { type: 'integer', description: 'Seconds between two questions.' },
            },
          }),
        },
        ...failures(400, 413),
      },
    },
  },
  '/auth/device/token/': {
    servers,
    post: {
      tags: ['auth'],
      operationId: 'finishDeviceFlow',
      summary: 'Ask whether the program was approved',
      description: 'Always 200; the token comes once.',
      security: [],
      requestBody: {
        required: true,
        content: json({ type: 'object', required: ['device_code'], properties: { device_code: text } }),
      },
      responses: {
        200: {
          description: 'What became of it.',
          content: json({
            anyOf: [
              { type: 'object', required: ['status'], properties: { status: { const: 'authorization_pending' } } },
              {
                type: 'object',
                required: ['status', 'token'],
                properties: { status: { const: 'success' }, token: text },
              },
              {
                type: 'object',
                required: ['error'],
                properties: { error: { enum: ['access_denied', 'expired_token', 'already_used'] } },
              },
            ],
          }),
        },
        ...failures(),
      },
    },
  },
};

/** The addresses that belong to no model. */
export const otherPaths: Readonly<Record<string, Json>> = {
  '/public/session-toml/validate': {
    servers,
    post: {
      tags: ['stem'],
      operationId: 'validateSessionToml',
      summary: 'Check a session.toml',
      description: 'Every problem with its line and column. Nothing is kept.',
      security: [],
      parameters: [parameterRef('Profile')],
      requestBody: { required: true, content: { 'application/toml': { schema: text } } },
      responses: {
        200: {
          description: 'What was found.',
          content: json({
            type: 'object',
            required: ['valid', 'profile', 'problems'],
            properties: {
              valid: { type: 'boolean' },
              profile: text,
              problems: { type: 'array', items: { type: 'object' } },
              alternative: { type: 'string', description: 'The profile that would take the file.' },
            },
          }),
        },
        ...failures(400, 413),
      },
    },
  },
  ...tableImportPaths(servers),
  ...filePaths,
  ...deviceFlow,
};
