import 'server-only';
import { modelList } from '@/lib/models';
import manifest from '@/package.json';
import { routesOf } from '../api/routes';
import { apps } from './apps';
import { exampleChange, exampleCreate, exampleRecord } from './example';
import { isWritable } from './facts';
import type { Json } from './json';
import { modelParameters } from './list-parameters';
import { createName, inputName, listName, parameterRef, schemaName } from './names';
import { modelSchemas } from './model-schemas';
import { operationOf } from './operations';
import { otherPaths } from './other-paths';
import { addressOf, methodsOf } from './addresses';
import { failureExamples, headers, parameters, responses, schemas, securitySchemes } from './shared-components';

const about = `Every record of the portal, by the same rules for all models.

Send a personal access token as \`Authorization: Bearer …\`. Addresses are served with and without the slash at their end,
and nothing is ever redirected. The guide with snippets for curl, Python and MATLAB is at [/api-docs](/api-docs).

Three portals serve the same addresses: \`private\` is what you may see, \`public\` is what anyone may see (GET only,
a token changes nothing), \`super\` is everything, for administrators.`;

/** The OpenAPI 3.1 document, built from the declarations. */
export function openApiDocument(): Json {
  const served = new Set(modelList.map(({ app }) => app));
  return {
    openapi: '3.1.1',
    info: {
      title: 'Sulcus API',
      version: manifest.version,
      summary: 'Sessions, subjects and everything around them.',
      description: about,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [
      {
        url: '/api/{portal}',
        description: 'This instance',
        variables: {
          portal: {
            enum: ['private', 'public', 'super'],
            default: 'private',
            description: 'Whose view of the data: yours, everyone’s, or an administrator’s.',
          },
        },
      },
    ],
    security: [{ bearer: [] }],
    tags: apps
      .filter(({ name }) => served.has(name) || name === 'auth')
      .map(({ name, label, help }) => ({ name, 'x-displayName': label, description: help })),
    paths: { ...modelPaths(), ...otherPaths },
    components: {
      schemas: { ...schemas, ...modelSchemas() },
      responses,
      parameters: { ...parameters, ...Object.assign({}, ...modelList.map(modelParameters)) },
      headers,
      examples: { ...failureExamples, ...modelExamples() },
      securitySchemes,
    },
  };
}

function modelPaths(): Record<string, Json> {
  return Object.fromEntries(
    modelList.flatMap((model) =>
      routesOf(model).map((route): [string, Json] => [
        addressOf(model, route),
        {
          ...(route.path[0] === '{id}' ? { parameters: [parameterRef('RecordId')] } : {}),
          ...Object.fromEntries(
            methodsOf(route).map((method) => [method.toLowerCase(), operationOf(model, route, method)]),
          ),
        },
      ]),
    ),
  );
}

function modelExamples(): Record<string, Json> {
  return Object.fromEntries(
    modelList.flatMap((model) => {
      const { singular, plural } = model.wire;
      const record = exampleRecord(model);
      const answers: Record<string, unknown> = {
        [schemaName(model)]: { [singular]: record },
        [listName(model)]: { [plural]: [record], count: 1, next: null, previous: null },
        ...(isWritable(model)
          ? { [createName(model)]: exampleCreate(model), [inputName(model)]: exampleChange(model) }
          : {}),
      };
      return Object.entries(answers).map(([name, value]): [string, Json] => [name, { value }]);
    }),
  );
}
