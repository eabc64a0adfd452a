import { describe, expect, test } from 'vitest';
import { levels, type Level } from '@/lib/declare/levels';
import { checkCoordinates, checkDetails } from '@/lib/vocabularies/check-details';
import { starter } from '@/lib/vocabularies/starter';
import { findType, type FamilyName } from '@/lib/vocabularies/types';
import { byKey } from './by-key';
import { demoLaboratory } from './laboratory';

const today = new Date('2026-11-20T17:00:00Z');
const lab = demoLaboratory(today, 'Europe/Oslo');

type Grant = { can_change: boolean; is_manager: boolean; is_owner: boolean };
type Shared = { users: Record<string, Grant>; groups: Record<string, Grant> };

const rank = (level: Level) => levels.indexOf(level);
const levelOf = (grant: Grant): number =>
  rank(grant.is_owner ? 'owner' : grant.is_manager ? 'manager' : grant.can_change ? 'contributor' : 'member');
const [user, project, subject, session] = [
  byKey(lab.users),
  byKey(lab.projects),
  byKey(lab.subjects),
  byKey(lab.sessions),
];
const [setup, assay, storage, device, procedure] = [
  byKey(lab.setups),
  byKey(lab.behavioralassays),
  byKey(lab.datastorages),
  byKey(lab.equipment),
  byKey(lab.procedures),
];
/** The highest of the direct grant and the grants of all groups of a person; -1 for none. */
const level = (person: string, to: Shared): number => {
  const { email } = user(person);
  const mine = lab.groups.filter((group) => Object.hasOwn(group.users, email)).map(({ name }) => name);
  const grants = [to.users[email], ...mine.map((name) => to.groups[name])].flatMap((grant) =>
    grant ? [levelOf(grant)] : [],
  );
  return Math.max(-1, ...grants);
};
const sharesGroup = (attribute: Shared, projects: string[]) =>
  projects.some((key) => Object.keys(project(key).groups).some((name) => Object.hasOwn(attribute.groups, name)));
const projectsOf = (key: string): string[] => session(key).projects;
const isSubjectOf = (key: string, projects: string[]) => subject(key).projects.some((each) => projects.includes(each));
const contributor = rank('contributor');
const attributes = [
  ...lab.setups,
  ...lab.behavioralassays,
  ...lab.datastorages,
  ...lab.licenses,
  ...lab.protocols,
  ...lab.inventories,
];

test('the same day gives the same laboratory', () => {
  expect(demoLaboratory(today, 'Europe/Oslo')).toEqual(lab);
});

test('it looks lived in', () => {
  expect([lab.users.length, lab.groups.length, lab.laboratories.length, lab.projects.length]).toEqual([7, 3, 2, 5]);
  expect(lab.subjects.length).toBeGreaterThanOrEqual(16);
  expect(lab.sessions.length).toBeGreaterThanOrEqual(85);
  expect(lab.recordingfiles.length).toBeGreaterThanOrEqual(lab.sessions.length / 4);
  const recorded = new Set(lab.sessionsubjects.map((each) => each.subject));
  const unrecorded = lab.subjects.filter(({ key }) => !recorded.has(key)).map(({ name }) => name);
  expect(unrecorded).toEqual(['B018', 'B031', 'M074', 'M075', 'M076', 'R023']);
  const granted = (of: 'users' | 'groups') =>
    new Set(lab.projects.flatMap((each) => Object.values(each[of]).map(levelOf)));
  expect(granted('users').size).toBe(4);
  expect(granted('groups').size).toBe(4);
  expect(lab.projects.filter(({ is_public }) => is_public)).toHaveLength(1);
  expect(new Set(lab.subjects.map(({ status }) => status))).toEqual(
    new Set(['active', 'planned', 'deceased', 'transferred']),
  );
});

test.each(['2026-01-01T03:00:00Z', '2026-03-29T10:30:00Z', '2026-08-02T21:59:00Z', '2028-02-29T00:30:00Z'])(
  'started at %s, nothing lies in the future and nobody works at weekends',
  (start) => {
    const { sessions, subjects: animals, sessionsubjects } = demoLaboratory(new Date(start), 'America/Los_Angeles');
    expect(sessions.length).toBeGreaterThan(80);
    for (const { name, date_time } of sessions) {
      expect(date_time <= new Date(start).toISOString(), name).toBe(true);
      const local = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' }).format(
        new Date(date_time),
      );
      expect(name).toContain(local);
      expect([0, 6]).not.toContain(new Date(`${local}T00:00:00Z`).getUTCDay());
    }
    for (const { subject: key, age, session: of } of sessionsubjects) {
      const animal = animals.find((each) => each.key === key);
      const date = of.split('_')[1] ?? '';
      expect(age).toBe(`P${(Date.parse(date) - Date.parse(animal?.birth_date ?? '')) / 86_400_000}D`);
      if (animal?.death_date) expect(date < animal.death_date).toBe(true);
    }
  },
);

test('names and keys are unique, and texts fit', () => {
  for (const [model, records] of Object.entries(lab)) {
    const keys = records.map(({ key }) => key);
    expect(new Set(keys).size, model).toBe(keys.length);
  }
  for (const records of [
    lab.groups,
    lab.projects,
    lab.setups,
    lab.behavioralassays,
    lab.datastorages,
    lab.subjects,
    lab.sessions,
  ])
    expect(new Set(records.map(({ name }) => name)).size).toBe(records.length);
  for (const { name, description } of [...lab.setups, ...lab.behavioralassays, ...lab.datastorages]) {
    expect(name.length).toBeLessThanOrEqual(50);
    expect(description.length).toBeLessThanOrEqual(500);
  }
  for (const { email } of lab.users) expect(email).toMatch(/^[a-z-]+\.[a-z-]+@example\.org$/);
  for (const { extra_fields } of lab.sessions)
    for (const key of Object.keys(extra_fields)) expect(key).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/);
});

test('references to catalogues are records of the starter', () => {
  const known = new Set(Object.values(starter).flatMap((records) => records.map(({ id }) => id)));
  const used = [
    ...lab.subjects.map(({ strain }) => strain),
    ...lab.setups.map(({ setup_type }) => setup_type),
    ...lab.behavioralassays.flatMap(({ setup_type, behavioral_paradigm }) => [setup_type, behavioral_paradigm]),
    ...lab.procedures.flatMap(({ brain_region }) => brain_region ?? []),
  ];
  for (const id of used) expect(known).toContain(id);
});

describe('typed details', () => {
  const typed: [FamilyName, readonly { key: string; type: string; details: unknown }[]][] = [
    ['procedure', lab.procedures],
    ['consumablestock', lab.consumablestocks],
    ['equipment', lab.equipment],
    ['dataacquisition', lab.dataacquisitions],
    ['manipulation', lab.manipulations],
  ];
  test.each(typed)('of every %s are valid, and stored as they are', (family, records) => {
    for (const { key, type, details } of records)
      expect(checkDetails(family, type, details), key).toMatchObject({ problems: [], value: details });
  });

  test('coordinates are valid and in a system that the type allows', () => {
    for (const { key, type, coordinates_system, coordinates_details } of lab.procedures) {
      expect(checkCoordinates(coordinates_system, coordinates_details), key).toMatchObject({
        problems: [],
        value: coordinates_details,
      });
      const allowed = findType('procedure', type)?.allowedCoordinateSystems;
      if (allowed) expect(allowed).toContain(coordinates_system);
    }
  });
});

describe('who made a record may make it', () => {
  test('subjects, sessions and procedures: contributors of their projects', () => {
    for (const { key, created_by, projects } of [...lab.subjects, ...lab.sessions])
      for (const each of projects) expect(level(created_by, project(each)), key).toBeGreaterThanOrEqual(contributor);
    for (const { key, created_by, subject: of } of [
      ...lab.procedures,
      ...lab.subjectlogs,
      ...lab.procedurelogs.map((log) => ({ ...log, subject: procedure(log.procedure).subject })),
    ])
      expect(
        Math.max(...subject(of).projects.map((each) => level(created_by, project(each)))),
        key,
      ).toBeGreaterThanOrEqual(contributor);
    for (const { key, created_by, project: of } of [...lab.collections, ...lab.cohorts, ...lab.breedings])
      expect(level(created_by, project(of)), key).toBeGreaterThanOrEqual(contributor);
    const inventory = byKey(lab.inventories);
    for (const { key, created_by, inventory: of } of lab.consumablestocks)
      expect(level(created_by, inventory(of)), key).toBeGreaterThanOrEqual(contributor);
    const license = byKey(lab.licenses);
    for (const { key, created_by, licenses } of [...lab.subjects, ...lab.procedures, ...lab.protocols])
      for (const each of licenses) expect(level(created_by, license(each)), key).toBeGreaterThanOrEqual(contributor);
  });

  test('projects and attributes: owners, who keep an owner', () => {
    for (const each of [...lab.projects, ...attributes])
      expect(level(each.created_by, each), each.key).toBe(rank('owner'));
  });

  test('attributes are shared with the groups named at creation, as contributors', () => {
    for (const each of attributes) {
      const names = each.authgroups.map((key) => byKey(lab.groups)(key).name);
      expect(Object.keys(each.groups).sort()).toEqual(names.sort());
      for (const grant of Object.values(each.groups)) expect(levelOf(grant)).toBe(contributor);
    }
  });

  test('laboratories: owners of the group, for investigators who are in it', () => {
    for (const { created_by, group, principal_investigators } of lab.laboratories) {
      const { users } = byKey(lab.groups)(group);
      expect(users[user(created_by).email]?.is_owner).toBe(true);
      for (const person of principal_investigators) expect(users).toHaveProperty([user(person).email]);
    }
  });
});

describe('what is linked may be linked', () => {
  test('a data storage shares a group with the project, and who links it contributes to it', () => {
    for (const { created_by, projects, datastorage } of lab.sessions)
      for (const key of datastorage) {
        expect(sharesGroup(storage(key), projects), key).toBe(true);
        expect(level(created_by, storage(key))).toBeGreaterThanOrEqual(contributor);
      }
  });

  test('subjects of a session are in its projects', () => {
    for (const each of lab.sessionsubjects)
      expect(isSubjectOf(each.subject, projectsOf(each.session)), each.key).toBe(true);
  });

  test('a behavior: its subjects, setup and assay, of one setup type', () => {
    for (const { key, session: of, subjects, setup: at, behavioralassay } of lab.behaviors) {
      for (const each of subjects) expect(isSubjectOf(each, projectsOf(of)), key).toBe(true);
      expect(sharesGroup(setup(at), projectsOf(of)), key).toBe(true);
      expect(sharesGroup(assay(behavioralassay), projectsOf(of)), key).toBe(true);
      expect(setup(at).setup_type).toBe(assay(behavioralassay).setup_type);
    }
  });

  test.each([
    ['dataacquisition', lab.dataacquisitions],
    ['manipulation', lab.manipulations],
  ] as const)(
    'a %s: its procedures fit, are of subjects of the projects, and its equipment is shared',
    (family, modules) => {
      for (const { key, session: of, type, procedures, equipment } of modules) {
        const allowed = findType(family, type)?.allowedProcedureTypes;
        for (const each of procedures) {
          expect(isSubjectOf(procedure(each).subject, projectsOf(of)), key).toBe(true);
          if (allowed) expect(allowed, key).toContain(procedure(each).type);
          expect(procedure(each).date_time <= session(of).date_time, key).toBe(true);
        }
        for (const each of equipment) expect(sharesGroup(setup(device(each).setup), projectsOf(of)), key).toBe(true);
        if (family === 'manipulation') expect(procedures.length).toBeGreaterThan(0);
      }
    },
  );

  test('epochs: in order, named once, of modules of their session, an acquisition in one at most', () => {
    const sessionOf = new Map(
      [...lab.behaviors, ...lab.dataacquisitions, ...lab.manipulations].map((each) => [each.key, each.session]),
    );
    for (const { key, session: of, start, end, ...modules } of lab.epochs) {
      expect(0 <= start && start <= end, key).toBe(true);
      for (const each of [modules.behavior, modules.dataacquisition, modules.manipulation])
        if (each !== null) expect(sessionOf.get(each)).toBe(of);
    }
    const unique = (values: (string | null)[]) =>
      expect(new Set(values.filter(Boolean)).size).toBe(values.filter(Boolean).length);
    unique(lab.epochs.map(({ session: of, name }) => `${of} ${name}`));
    unique(lab.epochs.map(({ dataacquisition }) => dataacquisition));
  });

  test('recording files: every TTL that is named exists', () => {
    for (const { ttls, cameras, trial_types } of lab.recordingfiles) {
      const ids = ttls.map(({ id }) => id);
      for (const id of [...cameras.map(({ ttl_id }) => ttl_id), ...trial_types.map(({ sync_ttl }) => sync_ttl)])
        expect(ids).toContain(id);
    }
  });

  test('a session with recording files has all that session.toml asks for', () => {
    for (const { session: of } of lab.recordingfiles) {
      const [only, ...others] = lab.sessionsubjects.filter((each) => each.session === of);
      expect(others).toEqual([]);
      const animal = subject(only?.subject ?? '');
      const texts = [session(of).experimenter, session(of).description, animal.sex, animal.genotype, only?.age];
      for (const text of texts) expect(text).toBeTruthy();
    }
  });

  test('no rig is used twice at a time', () => {
    const slots = lab.behaviors.map((each) => `${each.setup} ${session(each.session).date_time.slice(0, 13)}`);
    expect(new Set(slots).size).toBe(slots.length);
  });
});
