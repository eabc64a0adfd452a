import 'server-only';
import { z } from 'zod';
import { AppError, invalid } from '@/lib/errors';
import { viewerFromRequest } from '../auth/bearer';
import { importSessions, type ImportInput } from '../operations/import-sessions';
import { flagFrom, readBody } from './import';
import { inLine } from './in-line';
import { answerInLines, type Work } from './lines';
import { respond } from './respond';
import { profileFrom } from './validate';

const choicesSchema = z.record(z.string().max(1000), z.enum(['keep', 'overwrite']));

/**
 * The import page's own way in: the same operation as `POST …/session/import`, with choices for single conflicts, and
 * answered line by line as JSON: `{done, total, file}` for each file, then `{report}` or `{error}` with the body of the failure.
 */
export function handleImportStream(request: Request): Promise<Response> {
  return respond(request, async () => {
    const viewer = await viewerFromRequest(request, 'private');
    if (!viewer) throw new AppError('not_signed_in');
    return inLine(viewer, async (hold) => {
      const input = await readInput(request);
      // Who closes the page hears no more; the import itself goes on.
      const work: Work = async (write) => ({
        report: await importSessions(viewer, input, (done, total, { file, status }) =>
          write({ done, total, file, status }),
        ),
      });
      return answerInLines(request, hold(work));
    });
  });
}

async function readInput(request: Request): Promise<ImportInput> {
  const { files, fields } = await readBody(request);
  return {
    files,
    project: fields.get('project') ?? '',
    profile: profileFrom(fields.get('profile') ?? null),
    dryRun: flagFrom('dry_run', fields.get('dry_run') ?? null),
    strain: strainFrom(fields.get('strain')),
    choices: choicesFrom(fields.get('choices')),
  };
}

function strainFrom(text: string | undefined): string | null {
  if (!text) return null;
  if (!z.guid().safeParse(text).success) throw invalid('strain', 'query', 'Expected the id of a strain.');
  return text;
}

function choicesFrom(text: string | undefined): NonNullable<ImportInput['choices']> {
  try {
    return choicesSchema.parse(JSON.parse(text || '{}'));
  } catch (cause) {
    throw new AppError('invalid', { message: 'The choices can’t be read.', cause });
  }
}
