import fc from 'fast-check';
import { grantTableOf } from '@/lib/declare/tables';
import { modelNamed, type ModelName } from '@/lib/models';
import { query, sql } from '@/lib/server/db/sql';
import { removeRecord } from '@/lib/server/operations/remove';
import { systemViewer, type UserViewer } from '@/lib/server/viewer';
import { make } from '@/test/lab';
import { marked, type Catalogue } from '@/test/world';

const system = systemViewer('random world');
const sizes = { users: 4, groups: 3, lists: 5, shared: 5 };

const index = (size: number) => fc.nat({ max: size - 1 });
const someProjects = fc.uniqueArray(index(3), { minLength: 1, maxLength: 3 });

/** The plan of a world: who is in which group, what exists in which projects, who has which level on what. */
export const plans = fc.record({
  memberships: fc.array(
    fc.record({ group: index(sizes.groups), user: index(sizes.users), level: fc.constantFrom(1, 3, 4) }),
    { minLength: 4, maxLength: 8 },
  ),
  grants: fc.array(
    fc.record({
      list: index(sizes.lists),
      to: fc.constantFrom('user', 'group'),
      holder: index(sizes.groups),
      level: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 8, maxLength: 16 },
  ),
  isPublic: fc.array(fc.boolean(), { minLength: sizes.lists, maxLength: sizes.lists }),
  sessions: fc.array(someProjects, { minLength: 3, maxLength: sizes.shared }),
  subjects: fc.array(someProjects, { minLength: 1, maxLength: sizes.shared }),
  deleted: fc.uniqueArray(index(12), { maxLength: 3 }),
});
export type Plan = typeof plans extends fc.Arbitrary<infer P> ? P : never;

export type RandomWorld = {
  readonly groups: readonly { id: string; number: number; name: string }[];
  /** Three projects, a setup and a data storage. */
  readonly lists: readonly { model: ModelName; id: string }[];
  readonly sessions: readonly string[];
  readonly subjects: readonly string[];
};

/** Makes a world of that plan; everything that another world has left is emptied first. */
export async function buildWorld(plan: Plan, users: readonly UserViewer[], catalogue: Catalogue): Promise<RandomWorld> {
  await query(sql`TRUNCATE project, setup, datastorage, behavioralassay, "group", session, subject CASCADE`);
  const add = async (model: ModelName, input: Record<string, unknown>) => String((await make(system, model, input)).id);
  for (let count = 0; count < sizes.groups; count++) await add('group', { name: marked('Group') });
  const groups = await query<RandomWorld['groups'][number]>(
    sql`SELECT g.id::text, g.number, g.name FROM "group" g ORDER BY g.number`,
  );
  const lists: { model: ModelName; id: string }[] = [];
  for (const [place, model] of (['project', 'project', 'project', 'setup', 'datastorage'] as const).entries()) {
    const extra = model === 'setup' ? { setup_type: catalogue.setuptype } : {};
    lists.push({ model, id: await add(model, { name: marked(model), is_public: plan.isPublic[place], ...extra }) });
  }
  const projects = (places: readonly number[]) => places.flatMap((place) => lists[place]?.id ?? []);
  const sessions: string[] = [];
  const subjects: string[] = [];
  for (const places of plan.subjects) {
    const subject = await add('subject', {
      name: marked('Mouse'),
      sex: 'F',
      strain: catalogue.strain,
      projects: projects(places),
    });
    subjects.push(subject);
    await add('procedure', { subject, type: 'SiliconProbeImplant', coordinates_system: 'Stereotaxic_BregmaAbsolute' });
  }
  for (const places of plan.sessions) {
    const session = await add('session', { name: marked('Session'), projects: projects(places) });
    sessions.push(session);
    const dataacquisition = await add('dataacquisition', { session, type: 'VideoTracking' });
    await add('epoch', { session, name: marked('Epoch'), dataacquisition });
    await add('recordingfiles', { session, bpod_path: `${marked('a').slice(2)}.mat` });
    for (const [place, subject] of subjects.entries())
      if (plan.subjects[place]?.some((one) => places.includes(one)))
        await add('sessionsubject', { session, subject, age: 'P1D' });
  }
  for (const { model, id } of lists)
    if (model === 'setup')
      await add('equipment', {
        setup: id,
        name: marked('Camera'),
        type: 'Camera',
        coordinates_system: 'External_XYZ_Absolute',
      });

  // Somebody is in charge of something in every world.
  const memberships = [{ group: 0, user: 1, level: 4 }, ...plan.memberships];
  const grants: Plan['grants'] = [
    { list: 0, to: 'user', holder: 0, level: 4 },
    { list: 1, to: 'user', holder: 0, level: 3 },
    ...plan.grants,
  ];
  for (const { group, user, level } of memberships)
    await query(
      sql`INSERT INTO group_grant (record_id, user_id, level) VALUES (${groups[group]?.id}, ${users[user]?.id}, ${level}) ON CONFLICT DO NOTHING`,
    );
  for (const { list, to, holder, level } of grants) {
    const { model, id } = lists[list] ?? { model: 'project', id: '' };
    const holderId = to === 'user' ? users[holder]?.id : groups[holder]?.id;
    await query(
      sql`INSERT INTO ${sql.table(grantTableOf(modelNamed(model)))} (record_id, ${sql.ref(`${to}_id`)}, level) VALUES (${id}, ${holderId}, ${level}) ON CONFLICT DO NOTHING`,
    );
  }
  const removable = [
    ...lists.map((one) => [one.model, one.id] as const),
    ...groups.map(({ number }) => ['group', number] as const),
    ...sessions.map((id) => ['session', id] as const),
  ];
  for (const place of plan.deleted) {
    const [model, id] = removable[place] ?? [];
    // What another deletion took along, or what is in use, stays as it is.
    if (model && id) await removeRecord(system, modelNamed(model), id).catch(() => undefined);
  }
  return { groups, lists, sessions, subjects };
}
