import 'server-only';
import { AppError, invalid } from '@/lib/errors';
import { session } from '@/lib/models/session';
import { auditUpdate } from '../audit';
import { query, queryOne, sql, type Executor } from '../db/sql';
import { getText } from '../operations/get';
import { lockRecord } from '../operations/lock';
import { updateRow } from '../operations/write';
import { checkLinks } from '../rules';
import type { Viewer } from '../viewer';
import type { Hooks } from './index';

/**
 * Makes the storages of a session what `change` gives: all of them by id, in their order, also those that the viewer does
 * not see. It is a change of the session, with its rights, its rules and its row in the audit log.
 */
async function changeStorages(
  tx: Executor,
  viewer: Viewer,
  sessionId: string,
  change: (storages: readonly string[]) => readonly string[],
): Promise<void> {
  const locked = await lockRecord(tx, viewer, session, sessionId);
  if (!locked.update)
    throw new AppError('forbidden', {
      message: 'You may read this session; only contributors and above may change it.',
    });
  const links = await query<{ id: string }>(
    sql`SELECT l.target_id::text AS id FROM session_datastorage l WHERE l.source_id = ${locked.id} ORDER BY l.position, l.target_id`,
    tx,
  );
  const before = links.map(({ id }) => id);
  const after = change(before);
  const added = after.filter((id) => !before.includes(id));
  const { projects } = JSON.parse(locked.record) as { projects: string[] }; // a list of references of the declaration
  const problems = await checkLinks(
    tx,
    viewer,
    session,
    { datastorage: added },
    { id: locked.id, projects, datastorage: added },
  );
  if (problems.length > 0) throw new AppError('invalid', { problems });
  await updateRow(tx, viewer, session, locked.id, { datastorage: after });
  const record = await getText(viewer, session, locked.id, {}, tx);
  await auditUpdate(tx, viewer, session, locked, record);
}

type Link = { readonly session_id: string; readonly datastorage_id: string };

async function linkOf(tx: Executor, id: string | number): Promise<Link> {
  const found = await queryOne<Link>(
    sql`SELECT l.session_id::text, l.datastorage_id::text FROM sessiondatastorage l WHERE l.id = ${String(id)}::uuid`,
    tx,
  );
  if (!found) throw new AppError('not_found');
  return found;
}

function placed(list: readonly string[], storage: string, order: unknown): string[] {
  const others = list.filter((one) => one !== storage);
  return others.toSpliced(typeof order === 'number' ? order : others.length, 0, storage);
}

/** A row is a link of a session: to write it is to change that session's list of storages. */
export const sessionDataStorageHooks: Hooks = {
  writes: {
    async create({ tx, viewer, values }) {
      const [id, storage] = [String(values.session), String(values.datastorage)];
      await changeStorages(tx, viewer, id, (list) => {
        if (list.includes(storage))
          throw invalid('datastorage', 'not-unique', 'The session has this storage already: change its order.');
        return placed(list, storage, values.order);
      });
      const made = await queryOne<{ id: string }>(
        sql`SELECT l.id::text FROM sessiondatastorage l WHERE l.session_id = ${id}::uuid AND l.datastorage_id = ${storage}::uuid`,
        tx,
      );
      return made?.id ?? '';
    },
    async update({ tx, viewer, id, values }) {
      const { session_id: of, datastorage_id: storage } = await linkOf(tx, id);
      await changeStorages(tx, viewer, of, (list) => placed(list, storage, values.order));
    },
    async remove({ tx, viewer, id }) {
      const { session_id: of, datastorage_id: storage } = await linkOf(tx, id);
      await changeStorages(tx, viewer, of, (list) => list.filter((one) => one !== storage));
    },
  },
};
