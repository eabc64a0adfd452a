import 'server-only';
import { isUuid } from '@/lib/declare/kinds/reference';
import type { Problem } from '@/lib/declare/problem';
import { tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { models } from '@/lib/models';
import { queryOne, sql, type Executor } from '../db/sql';
import { readableRows } from '../queries/record';
import type { WebhookValues } from '../queries/webhook';
import type { UserViewer } from '../viewer';
import { findUrlProblem } from './address';
import { eventChoices } from './events';

/** A webhook as its owner has typed it. `project` is an id, or empty for all that they may read. */
export type WebhookInput = {
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly project: string;
};

const nameMax = 100;
const urlMax = 2000;

/** Checks a webhook. @throws AppError invalid: name, url, events, project, all at once. */
export async function parseWebhook(tx: Executor, viewer: UserViewer, input: WebhookInput): Promise<WebhookValues> {
  const values = {
    name: input.name.trim(),
    url: input.url.trim(),
    // In the order in which they are offered, each once.
    events: eventChoices.map(({ name }) => name).filter((name) => input.events.includes(name)),
    project_id: input.project.trim() || null,
  };
  const problems = [nameProblem(values.name), urlProblem(values.url), eventsProblem(input.events)];
  if (values.project_id !== null) problems.push(await projectProblem(tx, viewer, values.project_id));
  const found = problems.filter((problem) => problem !== null);
  if (found.length > 0) throw new AppError('invalid', { problems: found });
  return { ...values, url: new URL(values.url).href };
}

function nameProblem(name: string): Problem | null {
  const path = 'name';
  if (!name) return { path, code: 'required', message: 'Name the webhook after what receives it, such as “Pipeline”.' };
  return name.length > nameMax ? { path, code: 'too-long', message: `Use at most ${nameMax} characters.` } : null;
}

function urlProblem(url: string): Problem | null {
  const path = 'url';
  if (url.length > urlMax) return { path, code: 'too-long', message: `Use at most ${urlMax} characters.` };
  const message = findUrlProblem(url);
  return message ? { path, code: url ? 'url' : 'required', message } : null;
}

function eventsProblem(events: readonly string[]): Problem | null {
  const path = 'events';
  const unknown = events.find((event) => eventChoices.every(({ name }) => name !== event));
  if (unknown !== undefined) return { path, code: 'unknown', message: `There is no event “${unknown}”.` };
  return events.length === 0 ? { path, code: 'required', message: 'Choose at least one event.' } : null;
}

async function projectProblem(tx: Executor, viewer: UserViewer, id: string): Promise<Problem | null> {
  const { project } = models;
  const isId = isUuid(id);
  const found =
    isId &&
    (await queryOne(
      sql`SELECT 1 FROM ${sql.table(tableOf(project))} t WHERE t.id = ${id}::uuid AND ${readableRows(viewer, project, 't')}`,
      tx,
    ));
  return found
    ? null
    : { path: 'project', code: 'unknown', message: 'There is no such project, or you may not see it.' };
}
