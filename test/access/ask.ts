import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { modelList } from '@/lib/models';
import { parseListQuery, parseShape } from '@/lib/server/api/list-query';
import { query, sql } from '@/lib/server/db/sql';
import { createText } from '@/lib/server/operations/create';
import { getText } from '@/lib/server/operations/get';
import { listText } from '@/lib/server/operations/list';
import { removeRecord } from '@/lib/server/operations/remove';
import { restoreRecords } from '@/lib/server/operations/restore';
import { updateText } from '@/lib/server/operations/update';
import { undoableDeletion } from '@/lib/server/queries/own-deletion';
import type { Viewer } from '@/lib/server/viewer';
import { apiAs } from '@/test/api';
import { markPattern } from '@/test/world';
import { isTold, reads, type Asker, type Facts } from './oracle';

export type Json = Record<string, unknown>;
export type Reply = { readonly status: number; readonly text: string; readonly body: Json };

/** One way of asking the product as one person: its operations, or requests with a token. */
export type Channel = {
  readonly name: 'operations' | 'http';
  list(model: Model, parameters?: string): Promise<Reply>;
  get(model: Model, id: string | number, parameters?: string): Promise<Reply>;
  create(model: Model, input: Json): Promise<Reply>;
  update(model: Model, id: string | number, input: Json): Promise<Reply>;
  remove(model: Model, id: string | number): Promise<Reply>;
  restore(model: Model, id: string | number): Promise<Reply>;
};

export const askerOf = (viewer: Viewer): Asker => ({
  portal: viewer.portal,
  user: viewer.kind === 'user' && viewer.portal !== 'public' ? viewer.id : null,
});

const reply = (status: number, text: string): Reply => ({ status, text, body: text ? (JSON.parse(text) as Json) : {} }); // JSON text of an object

/** What an operation answers or refuses with, as the API would put it. */
async function outcome(status: number, work: () => Promise<string>): Promise<Reply> {
  try {
    return reply(status, await work());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return reply(error.status, JSON.stringify(error.body()));
  }
}

export function operationsAs(viewer: Viewer): Channel {
  const wrap = (key: string, text: string) => `{${JSON.stringify(key)}:${text}}`;
  return {
    name: 'operations',
    list: (model, parameters = '') =>
      outcome(200, async () => {
        const { records, count } = await listText(
          viewer,
          model,
          parseListQuery(model, new URLSearchParams(parameters)),
        );
        return `{${JSON.stringify(model.wire.plural)}:${records},"count":${count}}`;
      }),
    get: (model, id, parameters = '') =>
      outcome(200, async () =>
        wrap(model.wire.singular, await getText(viewer, model, id, parseShape(model, new URLSearchParams(parameters)))),
      ),
    create: (model, input) =>
      outcome(201, async () => wrap(model.wire.singular, await createText(viewer, model, input))),
    update: (model, id, input) =>
      outcome(200, async () => wrap(model.wire.singular, await updateText(viewer, model, id, input))),
    remove: (model, id) => outcome(204, () => removeRecord(viewer, model, id).then(() => '')),
    restore: (model, id) =>
      outcome(200, async () => {
        const undoable = await undoableDeletion(viewer, model, String(id));
        if (!undoable) throw new AppError('not_found');
        await restoreRecords(viewer, undoable.deletion);
        return wrap(model.wire.singular, await getText(viewer, model, id));
      }),
  };
}

export async function httpAs(viewer: Viewer): Promise<Channel> {
  const send = await apiAs(viewer.kind === 'user' ? viewer : null);
  const ask = async (method: string, model: Model, rest: string, input?: Json) => {
    const { status, text } = await send(method, `${viewer.portal}/${model.app}/${model.name}/${rest}`, input);
    return reply(status, text);
  };
  return {
    name: 'http',
    list: (model, parameters = '') => ask('GET', model, `?${parameters}`),
    get: (model, id, parameters = '') => ask('GET', model, `${id}/?${parameters}`),
    create: (model, input) => ask('POST', model, '', input),
    update: (model, id, input) => ask('PATCH', model, `${id}/`, input),
    remove: (model, id) => ask('DELETE', model, `${id}/`),
    restore: (model, id) => ask('POST', model, `${id}/restore/`),
  };
}

const uuidPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Whose each mark is (see `marked`): the ids of the records that hold it. */
async function readMarks(): Promise<Map<string, string[]>> {
  const marks = new Map<string, string[]>();
  for (const model of modelList) {
    const rows = await query<{ id: string; text: string }>(
      sql`SELECT t.id::text, to_jsonb(t)::text AS text FROM ${sql.table(tableOf(model))} t`,
    );
    for (const { id, text } of rows)
      for (const [mark] of text.matchAll(markPattern)) marks.set(mark, [...(marks.get(mark) ?? []), id]);
  }
  return marks;
}

/**
 * Finds what an answer gives away: ids and names of records that the asker may not read. What the request itself said
 * does not count.
 */
export async function leakFinder(facts: Facts): Promise<(asker: Asker, text: string, request: string) => string[]> {
  const marks = await readMarks();
  const known = new Map<string, boolean>();
  const isHidden = (asker: Asker, id: string): boolean => {
    const key = `${asker.portal} ${asker.user} ${id}`;
    const record = facts.records.get(id);
    const hidden =
      known.get(key) ?? (record !== undefined && !reads(facts, asker, record) && !isTold(facts, asker, record));
    known.set(key, hidden);
    return hidden;
  };
  return (asker, text, request) => {
    const ids = [...new Set(text.match(uuidPattern))].filter((id) => isHidden(asker, id));
    const names = [...new Set(text.match(markPattern))].filter((mark) =>
      marks.get(mark)?.every((id) => isHidden(asker, id)),
    );
    return [...ids, ...names]
      .filter((found) => !request.includes(found))
      .map((found) => `${found} ${facts.records.get(marks.get(found)?.[0] ?? found)?.model}`);
  };
}

/** The same channel, whose every answer is searched for leaks and for internal errors; faults are collected. */
export function watched(
  channel: Channel,
  asker: Asker,
  leaksIn: Awaited<ReturnType<typeof leakFinder>>,
  faults: string[],
): Channel {
  const watch =
    <A extends readonly unknown[]>(name: string, ask: (model: Model, ...rest: A) => Promise<Reply>) =>
    async (model: Model, ...rest: A): Promise<Reply> => {
      const request = JSON.stringify(rest);
      const answer = await ask(model, ...rest);
      const what = `${channel.name} ${name} ${model.name} ${request.slice(0, 200)}`;
      const leaks = leaksIn(asker, answer.text, request);
      if (leaks.length > 0)
        faults.push(`${what}: leaks ${leaks.join(', ')} in ${answer.status} ${answer.text.slice(0, 300)}`);
      if (answer.status >= 500) faults.push(`${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
      return answer;
    };
  return {
    name: channel.name,
    list: watch('list', channel.list),
    get: watch('get', channel.get),
    create: watch('create', channel.create),
    update: watch('update', channel.update),
    remove: watch('remove', channel.remove),
    restore: watch('restore', channel.restore),
  };
}
