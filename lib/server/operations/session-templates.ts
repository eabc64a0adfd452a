import 'server-only';
import { isUuid } from '@/lib/declare/kinds/reference';
import type { AnyRecord } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { models } from '@/lib/models';
import { auditStates, type AuditEntry } from '../audit';
import { transaction, type Executor } from '../db/sql';
import { newId } from '../id';
import {
  findTemplate,
  findTemplates,
  insertTemplate,
  isNameTaken,
  projectsInUse,
  updateTemplate,
  type TemplateRow,
  type WholeTemplate,
} from '../queries/session-template';
import type { UserViewer, Viewer } from '../viewer';
import { getRecord } from './get';
import { makeUpOf, type MakeUp } from './make-up';

export type { TemplateRow };

/** What a template keeps: the make-up of a session, and the values of the session itself that stay from day to day. */
export type TemplateContent = MakeUp & {
  readonly values: { readonly tags: unknown; readonly datastorage: unknown };
};

const nameMax = 100;

/** Templates of the projects that the viewer reads. `may_use` says whether they may do anything with one. */
export async function listTemplates(viewer: Viewer, project: string | null = null): Promise<TemplateRow[]> {
  if (project !== null && !isUuid(project)) throw new AppError('not_found');
  return findTemplates(viewer, project);
}

/** The projects of a session for which the viewer may save a template. */
export async function projectsForTemplate(viewer: Viewer, session: AnyRecord): Promise<{ id: string; name: string }[]> {
  return projectsInUse(viewer, (session.projects as unknown[]).map(String)); // a list of ids, by its declaration
}

/** Keeps what a session consists of under a name, for a project of the session. @throws AppError not_found, invalid. */
export async function saveTemplate(
  viewer: UserViewer,
  input: { readonly session: string; readonly project: string; readonly name: string },
): Promise<{ id: string }> {
  const name = readName(input.name);
  return transaction(async (tx) => {
    const session = await getRecord(viewer, models.session, input.session, {}, tx);
    const [project] = (await projectsForTemplate(viewer, session)).filter(({ id }) => id === input.project);
    if (!project) throw refusal('project', 'Choose a project of the session to which you may add sessions.');
    const { tags, datastorage } = session;
    const content: TemplateContent = {
      values: { tags, datastorage },
      ...(await makeUpOf(viewer, String(session.id), tx)),
    };
    const id = newId();
    const row = { id, projectId: project.id, name, content: JSON.stringify(content), createdBy: viewer.id };
    if (!(await insertTemplate(tx, row))) throw nameTaken();
    await note(tx, viewer, id, 'create', null, { name, project: project.id });
    return { id };
  });
}

/** A template to begin a session with. @throws AppError not_found, also for who may not add sessions to its project. */
export async function loadTemplate(
  viewer: Viewer,
  id: string,
  tx?: Executor,
): Promise<{ row: TemplateRow; content: TemplateContent }> {
  const template = await within(viewer, id, true, tx);
  // Written by saveTemplate alone.
  return { row: template, content: template.content as TemplateContent };
}

/** @throws AppError not_found, invalid. */
export const renameTemplate = async (viewer: UserViewer, id: string, name: string): Promise<void> =>
  change(viewer, id, true, { name: readName(name), live: true });

/** Deletes one; `restoreTemplate` brings it back. @throws AppError not_found. */
export const deleteTemplate = (viewer: UserViewer, id: string): Promise<void> =>
  change(viewer, id, true, { live: null });

/** @throws AppError not_found, invalid where its name has been given to another one meanwhile. */
export const restoreTemplate = (viewer: UserViewer, id: string): Promise<void> =>
  change(viewer, id, null, { live: true });

async function change(
  viewer: UserViewer,
  id: string,
  live: true | null,
  to: { readonly name?: string; readonly live: true | null },
): Promise<void> {
  await transaction(async (tx) => {
    const before = await within(viewer, id, live, tx);
    const name = to.name ?? before.name;
    if (to.live && (await isNameTaken(tx, before.project_id, name, id))) throw nameTaken();
    await updateTemplate(tx, id, { name, live: to.live });
    const action = to.live === null ? 'delete' : live === null ? 'restore' : 'update';
    await note(tx, viewer, id, action, { name: before.name }, to.live ? { name } : null);
  });
}

async function within(viewer: Viewer, id: string, live: true | null, tx?: Executor): Promise<WholeTemplate> {
  const found = isUuid(id) ? await findTemplate(viewer, id, tx) : null;
  if (!found?.may_use || found.live !== live)
    throw new AppError('not_found', { message: 'There is no such template.' });
  return found;
}

function readName(given: unknown): string {
  const name = typeof given === 'string' ? given.trim().replaceAll(/\s+/g, ' ') : '';
  if (!name) throw refusal('name', 'Name is required.');
  if (name.length > nameMax) throw refusal('name', `A name has at most ${nameMax} characters.`);
  if (/\p{Cc}/u.test(name)) throw refusal('name', 'A name has no control characters.');
  return name;
}

const refusal = (path: string, message: string) =>
  new AppError('invalid', { message, problems: [{ path, code: 'invalid', message }] });
const nameTaken = () => refusal('name', 'A template of this project has that name already.');

const note = (
  tx: Executor,
  viewer: UserViewer,
  recordId: string,
  action: AuditEntry['action'],
  before: object | null,
  after: object | null,
): Promise<void> => auditStates(tx, viewer, { model: 'sessiontemplate', recordId, action }, before, after);
