import 'server-only';
import { AppError } from '@/lib/errors';
import { refuseUnlessAsked } from '../operations/list';
import { requestOrigin } from '../auth/request-origin';
import { exportSessionToml } from '../operations/export-session';
import { fileAnswer } from './file-answer';
import type { Call } from './handler';
import { profileFrom } from './validate';

export { importRoute } from './import';

const tomlFile = { mediaType: 'application/toml', extension: 'session.toml', fallback: 'session' };

/**
 * `GET …/session/{id}/session.toml?profile=`: the file, with a strong ETag over its bytes. What the format requires and
 * the session lacks is a 400 of code `incomplete`, each with the page where it is filled in.
 */
export async function sessionTomlRoute({ request, parameters, viewer, model }: Call, id: string): Promise<Response> {
  refuseUnlessAsked(viewer, model);
  const file = await exportSessionToml(viewer, id, profileFrom(parameters.get('profile')));
  if (file.bytes === null || file.hash === null) {
    const page = `${requestOrigin(request.headers)}/${model.path}/${file.id}/edit`;
    const missing = file.missing.map(({ path, field, tab, message }) => ({
      path,
      field,
      message,
      url: `${page}?tab=${tab}#${field}`,
    }));
    const what = missing.length === 1 ? 'Something is' : `${missing.length} things are`;
    throw new AppError('invalid', {
      message: `${what} missing for a session.toml.`,
      data: { code: 'incomplete', missing },
    });
  }
  return fileAnswer(request, { ...file, bytes: file.bytes, hash: file.hash }, tomlFile);
}
