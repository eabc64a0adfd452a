import 'server-only';
import { isInverse, type Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import type { Method, Route } from '../api/routes';
import { bodies } from './bodies';
import { creators, isOnPublicPortal, isReviewed } from './facts';
import { compact, sentences, type Json } from './json';
import { listParameters, shapeParameters } from './list-parameters';
import { parameterRef, responseRef, schemaName } from './names';
import { failures } from './shared-components';

/** What a request does besides what its route says. `of` is the relation or the action of its address. */
type Describe = (model: Model, of: string, method: Method) => Json;

const ifMatch = parameterRef('IfMatch');
const idempotencyKey = parameterRef('IdempotencyKey');
const review = (model: Model): string | false =>
  isReviewed(model) && 'What others than administrators send waits for a reviewer.';

/** By the names of the answers that routes use (lib/server/api/answers.ts). */
const described: Readonly<Record<string, Describe>> = {
  list: (model) => ({
    description: sentences(model.help, !isOnPublicPortal(model) && 'Not on the public portal.'),
    parameters: listParameters(model),
    responses: { 200: bodies.list(model), ...failures(400, 401, 404) },
  }),
  create: (model) => ({
    description: sentences(creators(model) === 'administrators' && 'For administrators.', review(model)),
    parameters: [idempotencyKey],
    requestBody: bodies.create(model),
    responses: { 201: bodies.written(model), ...failures(400, 401, 403, 409, 413, 415, 422) },
  }),
  bulk: (model) => ({
    description: sentences(
      'Records with an id are changed, as by PATCH, the others created; all of them or none.',
      'A version beside an id is the one that the change is based on.',
      review(model),
    ),
    parameters: [idempotencyKey],
    requestBody: bodies.many(model),
    responses: { 200: bodies.report, ...failures(400, 401, 403, 409, 413, 415, 422) },
  }),
  export: (model) => ({
    description: 'Every record that the list would have on all its pages.',
    parameters: listParameters(model).filter(({ $ref }) => !/\/(limit|offset|cursor)$/.test(String($ref))),
    responses: { 200: bodies.lines(model), ...failures(400, 401, 404) },
  }),
  get: (model) => ({
    parameters: [...shapeParameters(model), parameterRef('IfNoneMatch')],
    responses: { 200: bodies.single(model), 304: responseRef('Unchanged'), ...failures(400, 401, 404) },
  }),
  update: (model, _, method) => ({
    description: sentences(
      method === 'PUT' && 'What is not sent becomes empty; access lists only gain.',
      review(model),
    ),
    parameters: [ifMatch],
    requestBody: method === 'PUT' ? bodies.create(model) : bodies.change(model),
    responses: { 200: bodies.written(model), ...failures(400, 401, 403, 404, 409, 412, 413, 415) },
  }),
  remove: () => ({
    description: 'What hangs on it goes along; X-Deletion names the deletion.',
    parameters: [ifMatch],
    responses: { 204: bodies.deleted, ...failures(400, 401, 403, 404, 412) },
  }),
  restore: (model) => ({
    description: 'With what was deleted together with it; open to those who could delete it.',
    responses: { 200: bodies.single(model), ...failures(401, 403, 404, 409) },
  }),
  related: (model, of) => {
    const field = model.fields[of];
    const child = field && isInverse(field) ? modelNamed(field.of) : model;
    return {
      description: `The same as the list of ${child.labelPlural.toLowerCase()}, filtered.`,
      parameters: listParameters(child),
      responses: { 200: bodies.list(child), ...failures(400, 401, 404) },
    };
  },
  act: (model, of, method) => ({
    description: method === 'GET' ? 'For clients that know nothing else; takes a token only.' : undefined,
    parameters: [ifMatch],
    requestBody: method === 'GET' ? undefined : bodies.action(model.actions?.[of]?.body),
    responses: { 200: bodies.single(model), ...failures(400, 401, 403, 404, 412) },
  }),
  importSessions: () => ({
    description: 'One file, a zip of a tree, or a form with several of both. The parameters may also be in the form.',
    parameters: ['ImportProject', 'Profile', 'DryRun', 'OnConflict', 'Strain'].map(parameterRef),
    requestBody: bodies.files,
    responses: { 200: bodies.importReport, ...failures(400, 401, 403, 404, 409, 413, 415) },
  }),
  sessionToml: () => ({
    description: 'The same bytes every time. What is missing is answered as 400 of the code “incomplete”.',
    parameters: [parameterRef('Profile'), parameterRef('IfNoneMatch')],
    responses: { 200: bodies.toml, 304: responseRef('Unchanged'), ...failures(400, 401, 404) },
  }),
  neuroconv: () => ({
    description:
      'The keys of NeuroConv’s metadata, no other. What NWB or DANDI would refuse is answered as 400 of the code “incomplete”.',
    parameters: ['SubjectOfFile', 'Partial', 'IfNoneMatch'].map(parameterRef),
    responses: { 200: bodies.yaml, 304: responseRef('Unchanged'), ...failures(400, 401, 404) },
  }),
};

/** The operation behind one method of a route. A route without a description here is a mistake that fails at once. */
export function operationOf(model: Model, route: Route, method: Method): Json {
  const { name = '', summary = '' } = route.methods[method] ?? {};
  const describe = described[name];
  if (!describe) throw new Error(`The API document does not describe what “${name}” does.`);
  const isPublic = method === 'GET' && route.isPublic && isOnPublicPortal(model);
  return compact({
    tags: [model.app],
    operationId: operationId(model, name, method, route.of ?? ''),
    summary: summary.replace(/\.$/, ''),
    ...describe(model, route.of ?? '', method),
    security: isPublic ? [{ bearer: [] }, {}] : undefined,
  });
}

const camel = (text: string): string => text.replaceAll(/_+(.)/g, (_, letter: string) => letter.toUpperCase());
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** `listSession`, `listSessionEpochs`, `replaceSession`, `acceptStrainApproval`; by other methods with these at the end. */
function operationId(model: Model, name: string, method: Method, of: string): string {
  const record = schemaName(model);
  if (name === 'related') return `list${record}${capital(camel(of))}`;
  if (name === 'act') return `${camel(of)}${record}${method === 'POST' ? '' : `By${capital(method.toLowerCase())}`}`;
  if (['importSessions', 'sessionToml', 'neuroconv'].includes(name)) return name;
  return `${name === 'update' && method === 'PUT' ? 'replace' : name}${record}`;
}
