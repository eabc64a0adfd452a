import 'server-only';
import type { Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { modelAtEndpoint } from '@/lib/models';
import { viewerFromRequest } from '../auth/bearer';
import { anonymousViewer, type Portal, type Viewer } from '../viewer';
import { answers } from './answers';
import { limitRequest } from './request-limit';
import { empty, respond, wrongMethod } from './respond';
import { findRoute, type Method, type Route } from './routes';

/** The path below `/api/`; `rest` holds an id and an action, or nothing. */
export type ApiPath = {
  readonly portal: string;
  readonly app: string;
  readonly model: string;
  readonly rest?: readonly string[];
};

/** What an answer needs to know. */
export type Call = {
  readonly request: Request;
  readonly parameters: URLSearchParams;
  readonly viewer: Viewer;
  readonly model: Model;
  /** The record of the address, where it names one. */
  readonly id: string;
  /** The relation or the action of the address, where it names one. */
  readonly of: string;
};

const portals: readonly string[] = ['private', 'public', 'super'] satisfies Portal[];
/** Whether a path can begin so. */
export const isPortal = (text: string): text is Portal => portals.includes(text);

/** Answers one request of the REST API: `/api/{portal}/{app}/{model}/[{id}/[{action}/]]` (CONTRACT). Never throws. */
export function handleApi(request: Request, path: ApiPath): Promise<Response> {
  return respond(request, async () => {
    const segments = (path.rest ?? []).filter(Boolean);
    const model = modelAtEndpoint(path.app, path.model);
    const route = model && findRoute(model, segments);
    if (!isPortal(path.portal) || !model || !route)
      throw new AppError('not_found', { message: 'Nothing is served at this address.' });
    const methods = methodsOf(route, path.portal);
    if (!methods.includes(request.method)) throw wrongMethod(methods);
    if (request.method === 'OPTIONS') return empty({ Allow: methods.join(', ') });
    const method = (request.method === 'HEAD' ? 'GET' : request.method) as Method; // one of the route's, as checked
    const answer = answers[route.methods[method]?.name ?? ''];
    if (!answer) throw wrongMethod(methods);
    const viewer = await viewerOf(request, path.portal, method !== 'GET' || route.methods.GET?.name === 'act');
    const { searchParams: parameters } = new URL(request.url);
    const id = segments[route.path.indexOf('{id}')] ?? '';
    const response = await answer({ request, parameters, viewer, model, id, of: route.of ?? '' });
    response.headers.set('Allow', methods.join(', '));
    return response;
  });
}

function methodsOf({ methods, isPublic }: Route, portal: Portal): string[] {
  const served = Object.keys(methods).filter((name) => portal !== 'public' || (isPublic && name === 'GET'));
  // To ask for the head of an action would be to do it.
  const hasHead = methods.GET?.name !== 'act';
  return [...served.flatMap((name) => (name === 'GET' && hasHead ? ['GET', 'HEAD'] : [name])), 'OPTIONS'];
}

/** Who asks. On the public portal that is nobody, whatever token or cookie came along. */
async function viewerOf(request: Request, portal: Portal, changesState: boolean): Promise<Viewer> {
  const viewer = portal === 'public' ? anonymousViewer : await viewerFromRequest(request, portal, changesState);
  await limitRequest(request, viewer);
  if (!viewer)
    throw new AppError('not_signed_in', { message: 'Send a valid token as “Authorization: Bearer …”, or sign in.' });
  if (viewer.portal !== portal) throw new AppError('not_found');
  return viewer;
}
