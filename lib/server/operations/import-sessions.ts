import 'server-only';
import type pg from 'pg';
import { AppError, invalid } from '@/lib/errors';
import type { Profile } from '@/lib/formats/session-toml/shape';
import { sessionToPortal } from '@/lib/formats/session-toml/to-portal';
import { getEnv } from '../env';
import { findProjects, lockImports } from '../queries/import';
import type { UserViewer } from '../viewer';
import { importFile, type FileImport } from './import-file';
import { choiceKey, countsOf, portalProblem, type Choice, type ImportedFile, type ImportReport } from './import-report';
import { Busy, inTurn, TakenBack } from './in-turn';
import { readSessionFiles, refusal, type ReadFile } from './read-session-files';
import type { SessionFile } from './session-files';

/** Most files in one import. */
export const filesMax = 1000;

export type ImportInput = {
  readonly files: readonly SessionFile[];
  /** Id or exact name of the project. */
  readonly project: string;
  readonly profile?: Profile;
  readonly dryRun?: boolean;
  /** What to do where a file disagrees with an existing subject; `ask` refuses the import with all conflicts. */
  readonly onConflict?: 'ask' | Choice;
  /** Decisions on single conflicts, by `choiceKey`. They come before `onConflict`. */
  readonly choices?: Readonly<Record<string, Choice>>;
  /** Id of the strain of subjects that are new in the project. */
  readonly strain?: string | null;
};

type Progress = (done: number, total: number, file: ImportedFile) => void;
/**
 * Imports session.toml files into a project: all good files in one transaction, or none. Files with problems are
 * reported and left out. A dry run does the same and takes it back, so its report is what an import would do.
 * Importing a file again changes nothing.
 * @throws AppError not_found, forbidden (project), invalid (no files, too many), conflict (with the report; nothing is written).
 */
export async function importSessions(
  viewer: UserViewer,
  input: ImportInput,
  onProgress: Progress = () => undefined,
): Promise<ImportReport> {
  const { files, profile = '1.0', dryRun = false, onConflict = 'ask', choices = {}, strain = null } = input;
  if (files.length === 0) throw invalid('files', 'required', 'There is no session.toml in this.');
  if (files.length > filesMax)
    throw invalid('files', 'too-many', `At most ${filesMax} files at once, found ${files.length}.`);
  const project = await projectFor(viewer, input.project);
  const read = readSessionFiles(files, profile);
  const zone = getEnv().LAB_TIME_ZONE;

  const run = async (tx: pg.PoolClient): Promise<ImportReport> => {
    if (!(await lockImports(tx, project.id))) throw new Busy();
    const done: ImportedFile[] = [];
    for (const one of read) {
      const choiceFor: FileImport['choiceFor'] = (field) =>
        choices[choiceKey(one.name, field)] ?? (onConflict === 'ask' ? null : onConflict);
      const context: FileImport = { tx, viewer, file: one.name, profile, project, strain, isTrial: dryRun, choiceFor };
      const result = one.refused ?? (await importOrReport(context, one, zone));
      done.push(result);
      onProgress(done.length, read.length, result);
    }
    const report: ImportReport = { dry_run: dryRun, profile, project, counts: countsOf(done), files: done };
    if (dryRun) throw new TakenBack(report);
    if (report.counts.conflicts > 0)
      throw new AppError('conflict', {
        message:
          'Files disagree with subjects in the portal: choose for each whether to keep or to overwrite. Nothing was imported.',
        data: { ...report },
      });
    return report;
  };
  return inTurn(run, 'Another import into this project is running: try again in a moment.');
}

async function projectFor(viewer: UserViewer, given: string): Promise<{ id: string; name: string }> {
  if (given.trim() === '' || given.includes('\0'))
    throw invalid('project', 'required', 'Name the project to import into, by its id or its name.');
  const [project, other] = await findProjects(viewer, given.trim());
  if (!project) throw new AppError('not_found', { message: 'There is no such project, or you may not see it.' });
  if (other) throw invalid('project', 'ambiguous', 'Several projects have this name: give the id.');
  if (!project.writable)
    throw new AppError('forbidden', { message: 'Importing into this project needs the level contributor on it.' });
  return { id: project.id, name: project.name };
}

/** Imports one file; what the portal refuses is taken back alone and reported. */
async function importOrReport(context: FileImport, { document, bytes }: ReadFile, zone: string): Promise<ImportedFile> {
  await context.tx.query('SAVEPOINT file');
  try {
    const result = await importFile(context, sessionToPortal(document, zone));
    await context.tx.query('RELEASE SAVEPOINT file');
    return result;
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    await context.tx.query('ROLLBACK TO SAVEPOINT file');
    const problems = error.problems.map(({ path, code, message }) =>
      portalProblem(code, pathInFile(path), message, bytes),
    );
    return refusal(
      context.file,
      document.session.id,
      problems.length > 0 ? problems : [portalProblem(error.code, '', error.message)],
    );
  }
}

const keysOf: Readonly<Record<string, string>> = {
  name: 'id',
  date_time: 'date',
  experimenter: 'experimenter',
  description: 'description',
  sex: 'sex',
  genotype: 'genotype',
  age: 'age',
};

/** Where in the file a field of the portal comes from. */
const pathInFile = (path: string): string => (keysOf[path] ? `session.${keysOf[path]}` : path);
