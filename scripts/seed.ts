/** Fills a migrated database: the starter taxonomies always, with --demo a laboratory that looks lived in. Runs once. */
import { parseArgs } from 'node:util';
import { setLaboratoryZone } from '@/lib/declare/time';
import { modelNamed } from '@/lib/models';
import { createUser } from '@/lib/server/auth/accounts';
import { closePools } from '@/lib/server/db/pool';
import { query, sql, transaction } from '@/lib/server/db/sql';
import { getEnv } from '@/lib/server/env';
import { loadRecords, readSetting, seedStarter, writeSetting, type KeyedRecord } from '@/lib/server/operations/seed';
import type { UserViewer, Viewer } from '@/lib/server/viewer';
import { demoLaboratory } from './demo/laboratory';

/** Written on the sign-in page of a demo instance, so no secret. */
const demoPassword = 'sulcus-demo-2026';
const demoAccounts = [
  { name: 'Amara Okafor', email: 'amara.okafor@example.org', role: 'Principal investigator' },
  { name: 'Sofía Herrera', email: 'sofia.herrera@example.org', role: 'Student in two groups' },
  { name: 'Farida Haidari', email: 'farida.haidari@example.org', role: 'Head of another laboratory' },
  { name: 'Ingrid Solberg', email: 'ingrid.solberg@example.org', role: 'Technician and administrator' },
];

async function makePeople(users: ReturnType<typeof demoLaboratory>['users']): Promise<Map<string, Viewer>> {
  const people = new Map<string, Viewer>();
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

async function seedDemo(): Promise<void> {
  const laboratory = demoLaboratory(new Date(), getEnv().LAB_TIME_ZONE);
  const people = await makePeople(laboratory.users);
  const order = {
    group: laboratory.groups,
    laboratory: laboratory.laboratories,
    project: laboratory.projects,
    setup: laboratory.setups,
    equipment: laboratory.equipment,
    behavioralassay: laboratory.behavioralassays,
    datastorage: laboratory.datastorages,
    subject: laboratory.subjects,
    procedure: laboratory.procedures,
    session: laboratory.sessions,
    sessionsubject: laboratory.sessionsubjects,
    behavior: laboratory.behaviors,
    dataacquisition: laboratory.dataacquisitions,
    manipulation: laboratory.manipulations,
    epoch: laboratory.epochs,
    recordingfiles: laboratory.recordingfiles,
  } satisfies Record<string, readonly KeyedRecord[]>;
  const total = Object.values(order).reduce((sum, records) => sum + records.length, 0);
  const batches = Object.entries(order).map(
    ([name, records]) => [modelNamed(name), records as readonly KeyedRecord[]] as const,
  );
  await transaction(async (tx) => {
    await loadRecords(tx, people, batches, (done) => {
      if (done % 100 === 0 || done === total) console.log(`demo laboratory: ${done} of ${total} records`);
    });
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
