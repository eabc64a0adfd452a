import { beforeAll, describe, expect, test } from 'vitest';
import { modelNamed } from '@/lib/models';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { query, sql } from '../db/sql';
import { getRecord } from './get';
import { saveParts } from './save-parts';

const epoch = modelNamed('epoch');
const behavior = modelNamed('behavior');
const minute = 60_000;

describe('saving parts of a session together', () => {
  let lab: Awaited<ReturnType<typeof makeLab>>;
  let other: Awaited<ReturnType<typeof makeLab>>;
  beforeAll(async () => {
    const catalogue = await makeCatalogue();
    [lab, other] = [await makeLab(catalogue), await makeLab(catalogue)];
  });

  const newSession = async (name: string) =>
    String((await make(lab.pi, 'session', { name, projects: [lab.project.id] })).id);
  const newEpoch = (session: string, name: string, start: number, end: number) =>
    make(lab.pi, 'epoch', { session, name, start: start * minute, end: end * minute });
  const epochsOf = async (id: string) => {
    const { epochs } = await getRecord(lab.pi, modelNamed('session'), id, { include: ['epochs'] });
    return (epochs as { name: string; start: number; end: number }[]) // built from the declaration
      .map(({ name, start, end }) => [name, start / minute, end / minute])
      .toSorted(([, a], [, b]) => Number(a) - Number(b));
  };

  test('creates, changes and removes in one transaction, with an audit row each', async () => {
    const session = await newSession('Together');
    const [task, rest] = [await newEpoch(session, 'Task', 0, 30), await newEpoch(session, 'Rest', 30, 40)];
    const result = await saveParts(lab.pi, epoch, session, {
      write: [
        { id: String(task.id), version: task.version, end: 20 * minute },
        // Takes the name of the one that goes.
        { name: 'Rest', start: 20 * minute, end: 45 * minute },
      ],
      remove: [{ id: String(rest.id), version: rest.version }],
    });
    expect(await epochsOf(session)).toEqual([
      ['Task', 0, 20],
      ['Rest', 20, 45],
    ]);
    if (!result.saved) throw new Error('Expected it to be saved.');
    const log = await query<{ action: string; at: string }>(
      sql`SELECT action, at::text FROM audit_log WHERE record_id = ANY(${[...result.saved, String(rest.id)]}::uuid[]) ORDER BY id DESC LIMIT 3`,
    );
    expect(log.map(({ action }) => action).sort()).toEqual(['create', 'delete', 'update']);
    // The time of a row is that of its transaction.
    expect(new Set(log.map(({ at }) => at)).size).toBe(1);
  });

  test('one that is wrong keeps all others from being written, and says why', async () => {
    const session = await newSession('All or none');
    const [task, rest] = [await newEpoch(session, 'Task', 0, 30), await newEpoch(session, 'Rest', 30, 40)];
    const result = await saveParts(lab.pi, epoch, session, {
      write: [
        { id: String(task.id), version: task.version, end: 20 * minute },
        { name: 'Backwards', start: 9 * minute, end: 5 * minute },
      ],
      remove: [{ id: String(rest.id) }],
    });
    expect(result).toMatchObject({ saved: null, refused: [{ row: 1, id: null, problems: [{ path: 'end' }] }] });
    expect(await epochsOf(session)).toEqual([
      ['Task', 0, 30],
      ['Rest', 30, 40],
    ]);
  });

  test('what somebody else has changed meanwhile is told and not overwritten', async () => {
    const session = await newSession('Stale');
    const task = await newEpoch(session, 'Task', 0, 30);
    await change(lab.pi, 'epoch', String(task.id), { end: 25 * minute });
    const stale = { id: String(task.id), version: task.version };
    const current = { name: 'Task', end: 25 * minute };
    for (const asked of [
      { write: [{ ...stale, start: minute }], remove: [] },
      { write: [], remove: [stale] },
    ])
      expect(await saveParts(lab.pi, epoch, session, asked)).toMatchObject({
        saved: null,
        refused: [{ row: 0, id: stale.id, code: 'stale', current }],
      });
    expect(await epochsOf(session)).toEqual([['Task', 0, 25]]);
  });

  test('one that is gone already does not stand in the way', async () => {
    const session = await newSession('Gone');
    const task = await newEpoch(session, 'Task', 0, 30);
    const removal = { write: [], remove: [{ id: String(task.id) }] };
    await saveParts(lab.pi, epoch, session, removal);
    expect(await saveParts(lab.pi, epoch, session, removal)).toEqual({ saved: [] });
  });

  test('an order is written without versions and leaves everything else alone', async () => {
    const session = await newSession('Order');
    const ids: string[] = [];
    for (const notes of ['First', 'Second'])
      ids.push(
        String(
          (
            await make(lab.pi, 'behavior', {
              session,
              notes,
              subjects: [lab.subject.id],
              setup: lab.setup.id,
              behavioralassay: lab.assay.id,
            })
          ).id,
        ),
      );
    await saveParts(lab.pi, behavior, session, {
      write: ids.toReversed().map((id, order) => ({ id, order })),
      remove: [],
    });
    const { behaviors } = await getRecord(lab.pi, modelNamed('session'), session, { include: ['behaviors'] });
    expect(behaviors).toMatchObject([
      { id: ids[1], notes: 'Second', order: 0 },
      { id: ids[0], notes: 'First', order: 1 },
    ]);
  });

  test('another laboratory neither writes nor learns; a reader is refused', async () => {
    const session = await newSession('Closed');
    const task = await newEpoch(session, 'Task', 0, 30);
    const changes = { write: [{ id: String(task.id), end: minute }], remove: [] };
    await expect(saveParts(other.pi, epoch, session, changes)).rejects.toMatchObject({ code: 'not_found' });
    // Through a session of their own they reach no further.
    expect(await saveParts(other.pi, epoch, String(other.session.id), changes)).toMatchObject({
      saved: null,
      refused: [{ code: 'not_found' }],
    });
    const { viewer: reader, email } = await makePerson();
    await change(lab.pi, 'project', lab.project.id, { users: { [email]: {} } });
    expect(await saveParts(reader, epoch, session, changes)).toMatchObject({
      saved: null,
      refused: [{ code: 'forbidden' }],
    });
    expect(await epochsOf(session)).toEqual([['Task', 0, 30]]);
  });

  test('only parts of sessions are saved this way', async () => {
    await expect(
      saveParts(lab.pi, modelNamed('project'), String(lab.session.id), { write: [], remove: [] }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
