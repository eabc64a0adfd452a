import 'server-only';
import { isInverse, type Model } from '@/lib/declare/model';
import { sentenceSubject, withArticle } from '@/lib/declare/problem';
import { modelNamed } from '@/lib/models';
import { bodies } from './bodies';
import { creators, isOnPublicPortal, isReviewed } from './facts';
import { features } from './features';
import { compact, sentences, type Json } from './json';
import { listParameters, shapeParameters } from './list-parameters';
import { parameterRef, schemaName } from './names';
import type { Method, Verb } from './routes';
import { failures } from './shared-components';

/** An operation of a model. `subject` is the relation or the action that its address names. */
type Operation = (model: Model, subject: string, method: Method) => Json;

const lower = ({ labelPlural }: Model): string => labelPlural.toLowerCase();
const one = ({ label }: Model): string => withArticle(label);
const ifMatch = parameterRef('IfMatch');
const review = (model: Model): string | false =>
  isReviewed(model) && 'What others than administrators send waits for a reviewer.';
const key = (): Json[] => (features.idempotencyKey ? [parameterRef('IdempotencyKey')] : []);

const operations: Record<Verb, Operation> = {
  list: (model) => ({
    summary: `List ${lower(model)}`,
    description: sentences(model.help, !isOnPublicPortal(model) && 'Not on the public portal.'),
    parameters: listParameters(model),
    responses: { 200: bodies.list(model), ...failures(400, 401, 404) },
  }),
  create: (model) => ({
    summary: `Create ${one(model)}`,
    description: sentences(creators(model) === 'administrators' && 'For administrators.', review(model)),
    parameters: key(),
    requestBody: bodies.create(model),
    responses: { 201: bodies.written(model), ...failures(400, 401, 403, 409, 413, 415) },
  }),
  bulk: (model) => ({
    summary: `Create many ${lower(model)}`,
    description: sentences('All of them or none, in one transaction.', review(model)),
    parameters: key(),
    requestBody: bodies.many(model),
    responses: { 201: bodies.manyWritten(model), ...failures(400, 401, 403, 409, 413, 415) },
  }),
  export: (model) => ({
    summary: `Export ${lower(model)}`,
    description: 'Every record of the filtered list, one JSON object a line, in one stream.',
    parameters: listParameters(model).filter(({ $ref }) => !/(limit|offset|cursor)$/.test(String($ref))),
    responses: { 200: bodies.lines(model), ...failures(400, 401, 404) },
  }),
  read: (model) => ({
    summary: `Read ${one(model)}`,
    parameters: shapeParameters(model),
    responses: { 200: bodies.single(model), ...failures(400, 401, 404) },
  }),
  replace: (model) => ({
    summary: `Replace ${one(model)}`,
    description: sentences('What is not sent becomes empty; access lists only gain.', review(model)),
    parameters: [ifMatch],
    requestBody: bodies.create(model),
    responses: { 200: bodies.written(model), ...failures(400, 401, 403, 404, 409, 412, 413, 415) },
  }),
  change: (model) => ({
    summary: `Change ${one(model)}`,
    description: sentences('Only the keys that are sent change.', review(model)),
    parameters: [ifMatch],
    requestBody: bodies.change(model),
    responses: { 200: bodies.written(model), ...failures(400, 401, 403, 404, 409, 412, 413, 415) },
  }),
  delete: (model) => ({
    summary: `Delete ${one(model)}`,
    description: 'What hangs on it goes along. It can be restored; X-Deletion names the deletion.',
    parameters: [ifMatch],
    responses: { 204: bodies.deleted, ...failures(400, 401, 403, 404, 412) },
  }),
  restore: (model) => ({
    summary: `Restore ${one(model)}`,
    description: 'Brings back what was deleted together with it.',
    responses: { 200: bodies.single(model), ...failures(401, 403, 404, 409) },
  }),
  related: (model, name) => {
    const field = model.fields[name];
    const child = field && isInverse(field) ? modelNamed(field.of) : model;
    return {
      summary: `List the ${lower(child)} of ${one(model)}`,
      description: `The same as the list of ${lower(child)}, filtered.`,
      parameters: listParameters(child),
      responses: { 200: bodies.list(child), ...failures(400, 401, 404) },
    };
  },
  act: (model, name, method) => {
    const { summary = '', body } = model.actions?.[name] ?? {};
    return {
      summary: `${sentenceSubject(model.label)}: ${name.replaceAll('_', ' ')}`,
      description: sentences(summary, method === 'get' && 'For clients that know nothing else; needs a token.'),
      requestBody: method === 'get' ? undefined : bodies.action(body),
      responses: { 200: bodies.single(model), ...failures(400, 401, 403, 404) },
    };
  },
  importFiles: () => ({
    summary: 'Import session.toml files',
    description: 'One file, a zip of a tree, or a form with several of both. The parameters may also be in the form.',
    parameters: ['ImportProject', 'Profile', 'DryRun', 'OnConflict', 'Strain'].map(parameterRef),
    requestBody: bodies.files,
    responses: { 200: bodies.importReport, ...failures(400, 401, 403, 404, 409, 413, 415) },
  }),
  sessionToml: () => ({
    summary: 'Download the session.toml of a session',
    description: 'The same bytes every time. What is missing is answered as 400 of the code “incomplete”.',
    parameters: [parameterRef('Profile')],
    responses: {
      200: bodies.toml,
      304: { description: 'Unchanged since the ETag in If-None-Match.' },
      ...failures(400, 401, 404),
    },
  }),
};

/** The operation behind one method of an address. */
export function operationOf(model: Model, verb: Verb, method: Method, subject = ''): Json {
  const isPublic = method === 'get' && verb !== 'act' && isOnPublicPortal(model);
  return compact({
    tags: [model.app],
    operationId: operationId(model, verb, method, subject),
    ...operations[verb](model, subject, method),
    security: isPublic ? [{ bearer: [] }, {}] : undefined,
  });
}

const camel = (text: string): string => text.replaceAll(/_+(.)/g, (_, letter: string) => letter.toUpperCase());
const upperFirst = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function operationId(model: Model, verb: Verb, method: Method, subject: string): string {
  const name = schemaName(model);
  if (verb === 'related') return `list${name}${upperFirst(camel(subject))}`;
  if (verb === 'act') return `${camel(subject)}${name}${method === 'post' ? '' : `By${upperFirst(method)}`}`;
  if (verb === 'importFiles' || verb === 'sessionToml') return verb;
  return `${verb}${name}`;
}
