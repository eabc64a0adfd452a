import 'server-only';
import { AppError, invalid } from '@/lib/errors';
import { placeHref } from '@/lib/formats/archive/place';
import { requestOrigin } from '../auth/request-origin';
import { exportMetadata, Incomplete } from '../operations/archive';
import { refuseUnlessAsked } from '../operations/list';
import { fileAnswer } from './file-answer';
import type { Call } from './handler';

const yamlFile = { mediaType: 'application/yaml', extension: 'neuroconv.yaml', fallback: 'session' };

/**
 * `GET …/session/{id}/neuroconv.yaml?subject=&partial=`: NeuroConv's metadata, with a strong ETag over its bytes. What
 * archives require and the session lacks is a 400 of code `incomplete`, each with the page where it is filled in.
 */
export async function neuroconvRoute({ request, parameters, viewer, model }: Call, id: string): Promise<Response> {
  refuseUnlessAsked(viewer, model);
  const partial = parameters.get('partial') ?? 'false';
  if (!['true', 'false'].includes(partial)) throw invalid('partial', 'choice', 'Say true or false.');
  const options = { subject: parameters.get('subject') ?? undefined, partial: partial === 'true' };
  const file = await exportMetadata(viewer, id, options).catch((error: unknown) => {
    throw error instanceof Incomplete ? told(error, requestOrigin(request.headers)) : error;
  });
  return fileAnswer(request, file, yamlFile);
}

function told({ findings }: Incomplete, origin: string): AppError {
  const missing = findings.map(({ key, message, place }) => ({
    key,
    message,
    ...(place === null ? {} : { url: `${origin}${placeHref(place)}` }),
  }));
  const what = missing.length === 1 ? 'Something keeps' : `${missing.length} things keep`;
  return new AppError('invalid', {
    message: `${what} the session from being ready for NWB.`,
    data: { code: 'incomplete', missing },
  });
}
