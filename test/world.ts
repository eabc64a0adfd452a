import { randomBytes } from 'node:crypto';
import { createUser } from '@/lib/server/auth/accounts';
import { modelNamed, type ModelName } from '@/lib/models';
import { queryOne, sql } from '@/lib/server/db/sql';
import { invite, inviteGroup } from '@/lib/server/operations/invite';
import { requestToJoin } from '@/lib/server/operations/join';
import { decideProposal, listProposals } from '@/lib/server/operations/propose';
import { anonymousViewer, systemViewer, type UserViewer, type Viewer } from '@/lib/server/viewer';
import { change, make } from './lab';

/** A name that occurs nowhere else, so that a test can tell whose it is wherever it turns up. */
export const marked = (word: string): string => `${word} x${randomBytes(5).toString('hex')}x`;
export const markPattern = /x[0-9a-f]{10}x/g;

const system = systemViewer('test world');
const flags = {
  member: {},
  contributor: { can_change: true },
  manager: { is_manager: true },
  owner: { is_owner: true },
};
export type LevelName = keyof typeof flags;
const levelNames = Object.keys(flags) as LevelName[]; // the keys of the object above

/** A person without a password: nobody signs in as them, so nothing needs hashing. */
export async function makeColleague(word: string, isSuperuser = false): Promise<UserViewer> {
  const mark = marked(word);
  const account = await createUser({ name: mark, email: `${mark.replace(' ', '.')}@example.org`, isSuperuser });
  const { id, number, email } = account;
  return { kind: 'user', id, number, email, name: mark, isSuperuser, via: 'cookie', tokenId: null, portal: 'private' };
}

/** A male in the projects of each subject that `makeTree` makes. */
export const sires = new Map<string, string>();

/** What a laboratory owns: one record of every model that access lists decide about, each with something to link. */
export async function makeTree(owner: UserViewer, catalogue: Catalogue, group: number, project: string) {
  const shared = { authgroups: [group] };
  const add = async (model: ModelName, input: Record<string, unknown>) => String((await make(owner, model, input)).id);
  const place = { coordinates_system: 'Stereotaxic_BregmaAbsolute' };
  const subject = await add('subject', {
    name: marked('Mouse'),
    sex: 'F',
    strain: catalogue.strain,
    projects: [project],
  });
  const setup = await add('setup', { name: marked('Rig'), setup_type: catalogue.setuptype, ...shared });
  const equipment = await add('equipment', {
    name: marked('Camera'),
    type: 'Camera',
    setup,
    coordinates_system: 'External_XYZ_Absolute',
  });
  const behavioralassay = await add('behavioralassay', {
    name: marked('Maze'),
    setup_type: catalogue.setuptype,
    behavioral_paradigm: catalogue.behavioralparadigm,
    ...shared,
  });
  const datastorage = await add('datastorage', { name: marked('Store'), ...shared });
  const inventory = await add('inventory', { name: marked('Freezer'), ...shared });
  const consumablestock = await add('consumablestock', {
    inventory,
    type: 'SiliconProbe',
    consumable: catalogue.consumable,
    notes: marked('Batch'),
  });
  const license = await add('license', {
    name: marked('Permit'),
    type: 'animal_research_authorization',
    regulatory_authority: catalogue.regulatoryauthority,
    license_holders: [owner.number],
    ...shared,
  });
  const protocol = await add('protocol', {
    name: marked('How'),
    protocol_type: 'subject_log',
    licenses: [license],
    ...shared,
  });
  const procedure = await add('procedure', {
    subject,
    type: 'SiliconProbeImplant',
    notes: marked('Left'),
    equipment: [equipment],
    consumablestock,
    licenses: [license],
    ...place,
  });
  const session = await add('session', {
    name: marked('Session'),
    projects: [project],
    date_time: '2026-03-14T09:30:00Z',
    datastorage: [datastorage],
  });
  const at = { session };
  const sessionsubject = await add('sessionsubject', { ...at, subject, age: 'P90D' });
  const recordingfiles = await add('recordingfiles', { ...at, bpod_path: `${marked('bpod')}.mat`.replace(' ', '/') });
  const behavior = await add('behavior', { ...at, subjects: [subject], setup, behavioralassay, notes: marked('Good') });
  const dataacquisition = await add('dataacquisition', {
    ...at,
    type: 'ExtracellularEphys',
    procedures: [procedure],
    equipment: [equipment],
    notes: marked('Good'),
  });
  const manipulation = await add('manipulation', {
    ...at,
    type: 'VisualStimulation',
    procedures: [procedure],
    equipment: [equipment],
    notes: marked('Good'),
  });
  const epoch = await add('epoch', {
    ...at,
    name: marked('Task'),
    start: 0,
    end: 1000,
    behavior,
    dataacquisition,
    manipulation,
  });
  const sire = await add('subject', {
    name: marked('Sire'),
    sex: 'M',
    strain: catalogue.strain,
    projects: [project],
  });
  sires.set(subject, sire);
  const breeding = await add('breeding', { name: marked('Pair'), project, mother: subject, father: sire });
  const cohort = await add('cohort', { name: marked('Cohort'), project, subjects: [subject] });
  const collection = await add('collection', { name: marked('Set'), project, sessions: [session] });
  const subjectlog = await add('subjectlog', { subject, type: 'Weighing', description: marked('Daily'), protocol });
  const procedurelog = await add('procedurelog', { procedure, type: 'Impedances', description: marked('Monthly') });
  const sessiondatastorage = String(
    (
      await queryOne<{ id: string }>(
        sql`SELECT v.id::text FROM sessiondatastorage v WHERE v.session_id = ${session}::uuid AND v.datastorage_id = ${datastorage}::uuid`,
      )
    )?.id,
  );
  return {
    project,
    breeding,
    cohort,
    collection,
    subjectlog,
    procedurelog,
    inventory,
    consumablestock,
    license,
    protocol,
    sessiondatastorage,
    subject,
    procedure,
    setup,
    equipment,
    behavioralassay,
    datastorage,
    session,
    sessionsubject,
    recordingfiles,
    behavior,
    dataacquisition,
    manipulation,
    epoch,
  };
}
export type Tree = Awaited<ReturnType<typeof makeTree>>;

/** One entry of every catalogue; a pending one is its author's alone. */
export async function makeCatalogue(viewer: Viewer) {
  const add = async (model: ModelName, input: Record<string, unknown>) =>
    String((await make(viewer, model, { name: marked('Entry'), ...input })).id);
  const species = await add('species', {});
  const behavioralcategory = await add('behavioralcategory', {});
  const supplier = await add('supplier', {});
  const journal = await add('journal', {});
  const published = { authors: marked('Santos A'), abstract: marked('We show'), publication_date: '2026-01-31' };
  return {
    supplier,
    consumable: await add('consumable', { supplier, type: 'SiliconProbeDesign' }),
    hardwaredevice: await add('hardwaredevice', { supplier }),
    regulatoryauthority: await add('regulatoryauthority', { country: 'PT' }),
    journal,
    publication: String((await make(viewer, 'publication', { title: marked('Paper'), journal, ...published })).id),
    species,
    strain: await add('strain', { species }),
    setuptype: await add('setuptype', { category: 'F' }),
    behavioralcategory,
    behavioralparadigm: await add('behavioralparadigm', { category: behavioralcategory, species: [species] }),
  };
}
export type Catalogue = Awaited<ReturnType<typeof makeCatalogue>>;

/** The models with an access list that groups may be on. */
export const grantedModels = [
  'project',
  'setup',
  'behavioralassay',
  'datastorage',
  'inventory',
  'license',
  'protocol',
] as const satisfies readonly ModelName[];

/** A level on each of these records for a person or a group. */
export async function share(
  by: Viewer,
  tree: Partial<Record<ModelName, string>>,
  to: 'users' | 'groups',
  key: string,
  level: LevelName | null,
): Promise<void> {
  for (const model of grantedModels) {
    const id = tree[model];
    if (id) await change(by, model, id, { [to]: { [key]: level === null ? { remove: true } : flags[level] } });
  }
}

/**
 * Three laboratories, one of them public, and people in every relation to the first: at each level, directly and through
 * a group, both at once, gone again, in charge of another one, at home nowhere, superuser, and nobody.
 */
export async function makeWorld() {
  const catalogue = await makeCatalogue(system);
  const brainregion = String(
    (await make(system, 'brainregion', { atlas: 'AIA', name: marked('Region'), acronym: marked('R') })).id,
  );
  const [owner, rival, stranger, superuser, both, left, shared] = await Promise.all(
    ['Owner', 'Rival', 'Stranger', 'Superuser', 'Both', 'Left', 'Shared'].map((word) =>
      makeColleague(word, word === 'Superuser'),
    ),
  );
  if (!owner || !rival || !stranger || !superuser || !both || !left || !shared)
    throw new Error('Seven people are made above.');
  const addGroup = async (by: Viewer) => {
    const { id, name } = await make(by, 'group', { name: marked('Group') });
    const row = await queryOne<{ uuid: string }>(
      sql`SELECT g.id::text AS uuid FROM "group" g WHERE g.number = ${Number(id)}`,
    );
    return { id: Number(id), name: String(name), uuid: row?.uuid ?? '' };
  };
  const addProject = async (by: Viewer) =>
    String((await make(by, 'project', { name: marked('Project'), tags: ['t'] })).id);
  const house = await addGroup(owner);
  const annex = await addGroup(owner);
  const laboratory = String(
    (
      await make(owner, 'laboratory', {
        group: house.id,
        institution: marked('Institute'),
        principal_investigators: [owner.number],
      })
    ).id,
  );

  const project = await addProject(owner);
  await share(owner, { project }, 'groups', house.name, 'contributor');
  const home = await makeTree(owner, catalogue, house.id, project);
  const rivals = await addGroup(rival);
  const away = await addProject(rival);
  await share(rival, { project: away }, 'groups', rivals.name, 'contributor');
  const other = await makeTree(rival, catalogue, rivals.id, away);
  const shown = await addProject(rival);
  await share(rival, { project: shown }, 'groups', rivals.name, 'contributor');
  const open = await makeTree(rival, catalogue, rivals.id, shown);
  await change(rival, 'project', shown, { is_public: true });
  await change(rival, 'setup', open.setup, { is_public: true });

  const people: Record<string, UserViewer> = { stranger, both, left, shared, rival, owner, superuser };
  for (const level of levelNames) {
    const direct = await makeColleague(level);
    const through = await makeColleague(`Group${level}`);
    const group = await addGroup(owner);
    await share(owner, home, 'users', direct.email, level);
    await change(owner, 'group', group.id, { users: { [through.email]: {} } });
    await share(owner, home, 'groups', group.name, level);
    if (level === 'manager') await change(owner, 'group', group.id, { users: { [both.email]: {} } });
    if (level === 'contributor') {
      await change(owner, 'group', group.id, { users: { [left.email]: {} } });
      await change(owner, 'group', group.id, { users: { [left.email]: { remove: true } } });
    } else
      for (const { id } of [house, annex])
        await change(owner, 'group', id, { users: { [direct.email]: flags[level] } });
    people[`user:${level}`] = direct;
    people[`group:${level}`] = through;
  }
  await share(owner, home, 'users', both.email, 'member');

  // A session and a subject in two projects, with what hangs on them from both sides.
  await share(owner, { project }, 'users', shared.email, 'contributor');
  const bridge = await makeColleague('Bridge');
  people.bridge = bridge;
  await share(owner, home, 'users', bridge.email, 'contributor');
  await share(rival, other, 'users', bridge.email, 'contributor');
  const common = await makeTree(bridge, catalogue, house.id, project);
  await change(bridge, 'session', common.session, { projects: [project, away] });
  await change(bridge, 'subject', common.subject, { projects: [project, away] });
  await change(bridge, 'session', common.session, { datastorage: [common.datastorage, other.datastorage] });
  await change(bridge, 'behavior', common.behavior, { subjects: [common.subject, home.subject, other.subject] });
  await change(bridge, 'dataacquisition', common.dataacquisition, {
    procedures: [home.procedure, other.procedure],
    equipment: [home.equipment, other.equipment],
  });

  const contributor = people['user:contributor'] ?? owner;
  const pending = await makeCatalogue(contributor);
  const rejected = await makeCatalogue(contributor);
  for (const one of await listProposals(superuser, { limit: 1000 }))
    if (Object.values(rejected).includes(one.record_id)) await decideProposal(superuser, one.id, 'rejected');
  // What a shared subject may point at although others do not see it yet.
  await change(contributor, 'subject', home.subject, { strain: pending.strain });

  // Everything that waits for somebody's answer.
  const { stranger: guest, rival: host } = people;
  if (!guest || !host) throw new Error('Both are made above.');
  const invitation = { level: 'member', message: marked('Join') } as const;
  const origin = { origin: 'http://localhost:3000' };
  await invite(owner, modelNamed('project'), project, { ...invitation, email: guest.email }, origin);
  await invite(owner, modelNamed('group'), house.id, { ...invitation, email: guest.email }, origin);
  await invite(
    host,
    modelNamed('project'),
    away,
    { ...invitation, email: `${marked('new')}@example.org`.replace(' ', '') },
    origin,
  );
  await inviteGroup(owner, modelNamed('project'), project, { ...invitation, group: rivals.id });
  await requestToJoin(guest, rivals.id, marked('Please'));
  await requestToJoin(host, house.id, marked('Please'));

  const viewers: Record<string, Viewer> = {
    ...people,
    anonymous: anonymousViewer,
    'superuser at super': { ...superuser, portal: 'super' },
  };
  return {
    people,
    viewers,
    catalogue,
    pending,
    rejected,
    brainregion,
    house,
    annex,
    laboratory,
    home,
    other,
    open,
    common,
    owner,
    rival,
  };
}
export type World = Awaited<ReturnType<typeof makeWorld>>;
