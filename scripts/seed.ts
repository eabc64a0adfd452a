/** Fills a migrated database: the starter taxonomies always, with --demo a laboratory that looks lived in. Runs once. */
import { parseArgs } from 'node:util';
import type { Model } from '@/lib/declare/model';
import { setLaboratoryZone } from '@/lib/declare/time';
import { modelNamed } from '@/lib/models';
import { createUser } from '@/lib/server/auth/accounts';
import { closePools } from '@/lib/server/db/pool';
import { query, sql, transaction, type Executor } from '@/lib/server/db/sql';
import { getEnv } from '@/lib/server/env';
import { inviteGroup } from '@/lib/server/operations/invite';
import { requestToJoin } from '@/lib/server/operations/join';
import { loadRecords, readSetting, seedStarter, writeSetting, type KeyedRecord } from '@/lib/server/operations/seed';
import type { UserViewer } from '@/lib/server/viewer';
import { demoLaboratory, type DemoLaboratory } from './demo/laboratory';
import { groupInvitations, joinRequests } from './demo/waiting';

/** Written on the sign-in page of a demo instance, so no secret. */
const demoPassword = 'sulcus-demo-2026';
const demoAccounts = [
  { name: 'Amara Okafor', email: 'amara.okafor@example.org', role: 'Principal investigator' },
  { name: 'Sofía Herrera', email: 'sofia.herrera@example.org', role: 'Student in two groups' },
  { name: 'Farida Haidari', email: 'farida.haidari@example.org', role: 'Head of another laboratory' },
  { name: 'Ingrid Solberg', email: 'ingrid.solberg@example.org', role: 'Technician and administrator' },
];

async function makePeople(users: ReturnType<typeof demoLaboratory>['users']): Promise<Map<string, UserViewer>> {
  const people = new Map<string, UserViewer>();
  for (const { key, email, first_name, last_name, is_superuser } of users) {
    await createUser({ email, first_name, last_name, password: demoPassword, isSuperuser: is_superuser }).catch(
      async (error: unknown) => {
        const there = await query(sql`SELECT 1 FROM "user" WHERE email = ${email}::citext AND live`);
        if (there.length === 0) throw error;
      },
    );
    const [row] = await query<{ id: string; number: number }>(
      sql`SELECT id::text, number FROM "user" WHERE email = ${email}::citext AND live`,
    );
    if (!row) throw new Error(`The account ${email} was not made.`);
    // The demo shows what ordinary rights allow, so its records are made without a superuser's.
    const viewer: UserViewer = {
      kind: 'user',
      ...row,
      email,
      name: `${first_name} ${last_name}`,
      isSuperuser: false,
      via: 'cookie',
      tokenId: null,
      portal: 'private',
    };
    people.set(key, viewer);
  }
  return people;
}

/** The records by model, in an order in which every reference is already there. */
function batchesOf(laboratory: DemoLaboratory): [Model, readonly KeyedRecord[]][] {
  const founders = laboratory.subjects.filter(({ breeding }) => breeding === null);
  const litters = laboratory.subjects.filter(({ breeding }) => breeding !== null);
  const batches: [string, readonly KeyedRecord[]][] = [
    ['group', laboratory.groups],
    ['laboratory', laboratory.laboratories],
    ['setuptype', laboratory.setuptypes],
    ['publication', laboratory.publications],
    ['license', laboratory.licenses],
    ['protocol', laboratory.protocols],
    ['project', laboratory.projects],
    ['setup', laboratory.setups],
    ['equipment', laboratory.equipment],
    ['behavioralassay', laboratory.behavioralassays],
    ['datastorage', laboratory.datastorages],
    ['inventory', laboratory.inventories],
    ['consumablestock', laboratory.consumablestocks],
    ['subject', founders],
    ['breeding', laboratory.breedings],
    ['subject', litters],
    ['cohort', laboratory.cohorts],
    ['procedure', laboratory.procedures],
    ['subjectlog', laboratory.subjectlogs],
    ['procedurelog', laboratory.procedurelogs],
    ['session', laboratory.sessions],
    ['collection', laboratory.collections],
    ['sessionsubject', laboratory.sessionsubjects],
    ['behavior', laboratory.behaviors],
    ['dataacquisition', laboratory.dataacquisitions],
    ['manipulation', laboratory.manipulations],
    ['epoch', laboratory.epochs],
    ['recordingfiles', laboratory.recordingfiles],
  ];
  return batches.map(([name, records]) => [modelNamed(name), records]);
}

/** What waits for somebody's answer. */
async function askAndInvite(
  tx: Executor,
  people: ReadonlyMap<string, UserViewer>,
  ids: ReadonlyMap<string, string | number>,
): Promise<void> {
  const known = <T>(all: ReadonlyMap<string, T>, key: string): T => {
    const found = all.get(key);
    if (found === undefined) throw new Error(`The demo has no ${key}.`);
    return found;
  };
  for (const { by, group, message } of joinRequests)
    await requestToJoin(known(people, by), known(ids, group), message, tx);
  for (const { by, project, group, message } of groupInvitations) {
    const input = { group: Number(known(ids, group)), level: 'member', message } as const;
    await inviteGroup(known(people, by), modelNamed('project'), known(ids, project), input, tx);
  }
}

async function seedDemo(): Promise<void> {
  const laboratory = demoLaboratory(new Date(), getEnv().LAB_TIME_ZONE);
  const people = await makePeople(laboratory.users);
  const batches = batchesOf(laboratory);
  const total = batches.reduce((sum, [, records]) => sum + records.length, 0);
  await transaction(async (tx) => {
    const ids = await loadRecords(tx, people, batches, (done) => {
      if (done % 100 === 0 || done === total) console.log(`demo laboratory: ${done} of ${total} records`);
    });
    await askAndInvite(tx, people, ids);
    await writeSetting(tx, 'demo', { password: demoPassword, accounts: demoAccounts });
  });
}

const { values } = parseArgs({ options: { demo: { type: 'boolean' } } });
setLaboratoryZone(getEnv().LAB_TIME_ZONE);
try {
  const added = await seedStarter();
  if (added > 0) console.log(`starter taxonomies: ${added} records`);
  if (values.demo && (await readSetting('demo')) === null) await seedDemo();
  await writeSettingOnce();
} finally {
  await closePools();
}

async function writeSettingOnce(): Promise<void> {
  if ((await readSetting('seeded')) === null)
    await transaction((tx) => writeSetting(tx, 'seeded', { at: new Date().toISOString() }));
}
