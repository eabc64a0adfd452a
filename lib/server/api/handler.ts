import 'server-only';
import { fieldNamed, isInverse, type Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { modelAtEndpoint, modelNamed } from '@/lib/models';
import { viewerFromRequest } from '../auth/bearer';
import { createText } from '../operations/create';
import { getText } from '../operations/get';
import { listText } from '../operations/list';
import { removeRecord, restoreRecords } from '../operations/remove';
import { updateText } from '../operations/update';
import { deletionOf } from '../queries/deletion';
import { anonymousViewer, type Portal, type Viewer } from '../viewer';
import { readJson } from './body';
import { etagOf, listBody, noticesOn, singleBody, versionFrom } from './envelope';
import { fromMatlab } from './matlab';
import { parseListQuery, parseShape } from './list-query';
import { empty, jsonText, respond, wrongMethod } from './respond';
import { importRoute, sessionTomlRoute } from './session-toml';

/** The path below `/api/`; `rest` holds an id and an action, or nothing. */
export type ApiPath = {
  readonly portal: string;
  readonly app: string;
  readonly model: string;
  readonly rest?: readonly string[];
};

/** What a route needs to know. */
export type Call = {
  readonly request: Request;
  readonly parameters: URLSearchParams;
  readonly viewer: Viewer;
  readonly model: Model;
};

const portals: readonly string[] = ['private', 'public', 'super'] satisfies Portal[];
/** Whether a path can begin so. */
export const isPortal = (text: string): text is Portal => portals.includes(text);

type Route = { readonly methods: Readonly<Record<string, (call: Call) => Promise<Response>>> };

/** Answers one request of the REST API: `/api/{portal}/{app}/{model}/[{id}/[{action}/]]` (CONTRACT). Never throws. */
export function handleApi(request: Request, path: ApiPath): Promise<Response> {
  return respond(request, async () => {
    const model = modelAtEndpoint(path.app, path.model);
    const route = model && routeOf(model, (path.rest ?? []).filter(Boolean));
    if (!isPortal(path.portal) || !model || !route)
      throw new AppError('not_found', { message: 'Nothing is served at this address.' });
    const reading = path.portal === 'public' ? ['GET'] : Object.keys(route.methods);
    const methods = [...reading.flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name])), 'OPTIONS'];
    if (!methods.includes(request.method)) throw wrongMethod(methods);
    if (request.method === 'OPTIONS') return empty({ Allow: methods.join(', ') });
    const answer = route.methods[request.method === 'HEAD' ? 'GET' : request.method];
    if (!answer) throw wrongMethod(methods);
    const viewer = await viewerOf(request, path.portal);
    const response = await answer({ request, parameters: new URL(request.url).searchParams, viewer, model });
    response.headers.set('Allow', methods.join(', '));
    return response;
  });
}

/** Who asks. On the public portal that is nobody, whatever token or cookie came along. */
async function viewerOf(request: Request, portal: Portal): Promise<Viewer> {
  if (portal === 'public') return anonymousViewer;
  const viewer = await viewerFromRequest(request, portal);
  if (!viewer)
    throw new AppError('not_signed_in', { message: 'Send a valid token as “Authorization: Bearer …”, or sign in.' });
  if (viewer.portal !== portal) throw new AppError('not_found');
  return viewer;
}

function routeOf(model: Model, rest: readonly string[]): Route | null {
  const [id, action] = rest;
  if (rest.length > 2) return null;
  if (id === undefined) return { methods: { GET: list, POST: create } };
  if (model.name === 'session' && id === 'import' && action === undefined) return { methods: { POST: importRoute } };
  if (action === undefined)
    return {
      methods: {
        GET: (call) => get(call, id),
        PUT: (call) => update(call, id),
        PATCH: (call) => update(call, id),
        DELETE: (call) => remove(call, id),
      },
    };
  if (action === 'restore') return { methods: { POST: (call) => restore(call, id) } };
  if (model.name === 'session' && action === 'session.toml')
    return { methods: { GET: (call) => sessionTomlRoute(call, id) } };
  const field = fieldNamed(model, action);
  return field && isInverse(field) ? { methods: { GET: (call) => related(call, id, action) } } : null;
}

async function list({ request, parameters, viewer, model }: Call): Promise<Response> {
  const query = parseListQuery(model, parameters);
  return jsonText(listBody(request, viewer, model, query, await listText(viewer, model, query)));
}

/** `project/{id}/sessions/`: the same as the list of sessions filtered by that project. */
async function related({ request, parameters, viewer, model }: Call, id: string, name: string): Promise<Response> {
  const field = model.fields[name];
  if (!field || !isInverse(field)) throw new AppError('not_found');
  await getText(viewer, model, id, { exclude: Object.keys(model.fields) });
  const child = modelNamed(field.of);
  const query = parseListQuery(child, parameters);
  const own = { ...query, filters: [...query.filters, { path: [field.by], operator: 'exact' as const, values: [id] }] };
  return jsonText(listBody(request, viewer, child, own, await listText(viewer, child, own)));
}

async function get({ parameters, viewer, model }: Call, id: string): Promise<Response> {
  const record = await getText(viewer, model, id, parseShape(model, parameters));
  return jsonText(singleBody(viewer, model, record), 200, etagOf(record));
}

async function create({ request, viewer, model }: Call): Promise<Response> {
  const input = await readJson(request);
  const record = await createText(viewer, model, input);
  return jsonText(singleBody(viewer, model, record, true, noticesOn(model, input)), 201, etagOf(record));
}

async function update({ request, viewer, model }: Call, id: string): Promise<Response> {
  const version = versionFrom(request);
  const input = await readJson(request);
  const isWhole = request.method === 'PUT';
  const options = {
    mode: isWhole ? ('replace' as const) : ('update' as const),
    ...(version === undefined ? {} : { version }),
  };
  const record = await updateText(
    viewer,
    model,
    id,
    isWhole ? await fromMatlab(viewer, model, id, input) : input,
    options,
  );
  return jsonText(singleBody(viewer, model, record, true, noticesOn(model, input)), 200, etagOf(record));
}

async function remove({ request, viewer, model }: Call, id: string): Promise<Response> {
  const version = versionFrom(request);
  const { deletion } = await removeRecord(viewer, model, id, version === undefined ? {} : { version });
  return empty({ 'X-Deletion': deletion });
}

async function restore({ viewer, model }: Call, id: string): Promise<Response> {
  const deletion = await deletionOf(model, id);
  if (deletion === null) throw new AppError('not_found');
  await restoreRecords(viewer, deletion);
  const record = await getText(viewer, model, id);
  return jsonText(singleBody(viewer, model, record), 200, etagOf(record));
}
