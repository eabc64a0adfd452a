import 'server-only';
import { z } from 'zod';
import { AppError, invalid } from '@/lib/errors';
import { refuseUnlessAsked } from '../operations/list';
import { filesMax, importSessions, type ImportInput } from '../operations/import-sessions';
import { sessionFilesIn, unlike, type SessionFile } from '../operations/session-files';
import type { UserViewer } from '../viewer';
import { mediaTypeOf, readBytes } from './body';
import type { Call } from './handler';
import { inLine } from './in-line';
import { jsonText } from './respond';
import { profileFrom } from './validate';

const bodyBytesMax = 64 * 1024 * 1024;
const zipTypes = ['application/zip', 'application/x-zip-compressed'];

/**
 * `POST …/session/import`: the body is one session.toml, a zip of a tree, or a form with several of both; `project`,
 * `profile`, `dry_run`, `on_conflict` and `strain` come in the query or in the form. 200 with the report when something
 * was imported or nothing needed to be; 400 with the report when no file was good; 409 for conflicts left open.
 */
export async function importRoute({ request, parameters, viewer, model }: Call): Promise<Response> {
  refuseUnlessAsked(viewer, model);
  if (viewer.kind !== 'user') throw new AppError('not_signed_in');
  return inLine(viewer, () => importBody(request, parameters, viewer));
}

async function importBody(request: Request, parameters: URLSearchParams, viewer: UserViewer): Promise<Response> {
  const { files, fields } = await readBody(request);
  const given = (name: string): string | null => parameters.get(name) ?? fields.get(name) ?? null;
  const strain = given('strain');
  if (strain && !z.guid().safeParse(strain).success) throw invalid('strain', 'query', 'Expected the id of a strain.');
  const report = await importSessions(viewer, {
    files,
    project: given('project') ?? '',
    profile: profileFrom(given('profile')),
    dryRun: flagFrom('dry_run', given('dry_run')),
    onConflict: choiceFrom(given('on_conflict')),
    strain,
  });
  const isRefused = !report.dry_run && report.counts.invalid === report.files.length;
  if (!isRefused) return jsonText(JSON.stringify(report));
  throw new AppError('invalid', { message: 'No file could be imported; “files” says why.', data: { ...report } });
}

/** The session.toml files of a request, those in zips too, and what else its form says. */
export async function readBody(
  request: Request,
): Promise<{ files: SessionFile[]; fields: ReadonlyMap<string, string> }> {
  const type = mediaTypeOf(request);
  const bytes = await readBytes(request, bodyBytesMax);
  const fields = new Map<string, string>();
  if (type !== 'multipart/form-data') {
    const known = [
      ...zipTypes,
      'application/toml',
      'application/octet-stream',
      'text/plain',
      'application/x-www-form-urlencoded',
      '',
    ];
    // curl --data-binary says it is a form; what it sends is a file all the same.
    if (!known.includes(type))
      throw new AppError('unsupported_media_type', {
        message: 'Send a session.toml (application/toml), a zip (application/zip) or a form with files.',
      });
    return { files: bytes.byteLength === 0 ? [] : unlike(sessionFilesIn('session.toml', bytes)), fields };
  }
  const files: SessionFile[] = [];
  let unpacked = 0;
  const form = await new Response(bytes, { headers: { 'Content-Type': request.headers.get('content-type') ?? '' } })
    .formData()
    .catch((cause: unknown) => {
      throw new AppError('invalid', { message: 'The form can’t be read.', cause });
    });
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.set(name, value);
    else {
      const found = sessionFilesIn(value.name, new Uint8Array(await value.arrayBuffer()));
      // Each zip has its own limit; many small ones could still be much together.
      unpacked += found.reduce((sum, { bytes: content }) => sum + content.byteLength, 0);
      if (unpacked > bodyBytesMax)
        throw new AppError('too_large', { message: 'The files in the zips come to more than 64 MiB.' });
      files.push(...found);
    }
    if (files.length > filesMax) break;
  }
  return { files: unlike(files), fields };
}

export function flagFrom(name: string, text: string | null): boolean {
  const word = (text ?? '').toLowerCase();
  if (['true', '1', 'yes'].includes(word)) return true;
  if (['', 'false', '0', 'no'].includes(word)) return false;
  throw invalid(name, 'query', `Expected true or false, found “${word.slice(0, 40)}”.`);
}

function choiceFrom(text: string | null): NonNullable<ImportInput['onConflict']> {
  const choice = (['ask', 'keep', 'overwrite'] as const).find((one) => one === (text || 'ask'));
  if (!choice)
    throw invalid('on_conflict', 'query', `Expected keep, overwrite or ask, found “${(text ?? '').slice(0, 40)}”.`);
  return choice;
}
