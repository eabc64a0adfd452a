import { describe, expect, test } from 'vitest';
import { checkEntry } from '@/lib/vocabularies/check-entry';
import { entryTime } from '@/lib/vocabularies/entry-time';
import { starter } from '@/lib/vocabularies/starter';
import { findType } from '@/lib/vocabularies/types';
import { byKey } from './by-key';
import { demoLaboratory } from './laboratory';

const today = new Date('2026-11-20T17:00:00Z');
const lab = demoLaboratory(today, 'Europe/Oslo');
const user = byKey(lab.users);
const subject = byKey(lab.subjects);
const session = byKey(lab.sessions);
const isSubjectOf = (key: string, project: string) => subject(key).projects.some((each) => each === project);

describe('logs', () => {
  const logs = [
    ...lab.subjectlogs.map((log) => ({ ...log, family: 'subjectlog' as const })),
    ...lab.procedurelogs.map((log) => ({ ...log, family: 'procedurelog' as const })),
  ];

  test('entries are those of their types, at different times, none in the future', () => {
    for (const { key, family, type, entries } of logs) {
      expect(entries.length, key).toBeGreaterThan(0);
      for (const { performed_by, ...entry } of entries) {
        const checked = checkEntry(family, type, entry);
        expect(checked, key).toMatchObject({ problems: [], entry });
        expect(user(performed_by).key).toBe(performed_by);
        expect(entryTime(checked.entry) <= today.toISOString(), key).toBe(true);
      }
      const times = entries.map((entry) => entry.date_time ?? entry.start_date_time);
      expect(new Set(times).size, key).toBe(times.length);
    }
  });

  test('weights are those of the sessions of the same day', () => {
    const weighed = new Map(
      lab.subjectlogs
        .filter(({ type }) => type === 'Weighing')
        .flatMap((log) =>
          log.entries.map(({ date_time = '', details }) => [`${log.subject} ${date_time.slice(0, 10)}`, details]),
        ),
    );
    const both = lab.sessionsubjects.flatMap((each) => {
      const details = weighed.get(`${each.subject} ${session(each.session).date_time.slice(0, 10)}`);
      return details ? [[each.weight, details]] : [];
    });
    expect(both.length).toBeGreaterThan(30);
    for (const [weight, details] of both) expect(details).toEqual({ weight: { value: weight, unit: 'g' } });
  });

  test('protocols are for the types that they are used for', () => {
    const protocol = byKey(lab.protocols);
    for (const { key, type, protocol: used } of [...lab.subjectlogs, ...lab.procedures])
      if (used !== null) expect(protocol(used).subtypes, key).toContain(type);
  });
});

describe('stock', () => {
  const stock = byKey(lab.consumablestocks);

  test('is of consumables that go with its type', () => {
    const consumables = new Map<string | null, string>(starter.consumable.map(({ id, type }) => [id, type]));
    for (const { key, type, consumable } of lab.consumablestocks) {
      const allowed = findType('consumablestock', type)?.allowedConsumableTypes;
      if (consumable !== null && allowed) expect(allowed, key).toContain(consumables.get(consumable));
      if (consumable !== null) expect(consumables.has(consumable), key).toBe(true);
    }
  });

  test('is used in procedures that it goes with, after it came', () => {
    const used = lab.procedures.flatMap((each) =>
      each.consumablestock ? [{ ...each, of: each.consumablestock }] : [],
    );
    expect(used.length).toBeGreaterThan(10);
    for (const { key, type, of, date_time } of used) {
      expect(findType('procedure', type)?.allowedConsumableStockTypes, key).toContain(stock(of).type);
      expect(stock(of).acquisition_date <= date_time.slice(0, 10), key).toBe(true);
    }
  });
});

test('pairs are a female and a male of the project, and litters are born in their time', () => {
  const breeding = byKey(lab.breedings);
  for (const { mother, father, project: of } of lab.breedings) {
    expect([subject(mother).sex, subject(father).sex]).toEqual(['F', 'M']);
    for (const parent of [mother, father]) expect(isSubjectOf(parent, of)).toBe(true);
  }
  const offspring = lab.subjects.flatMap((each) => (each.breeding ? [{ ...each, from: each.breeding }] : []));
  expect(offspring).toHaveLength(3);
  for (const { birth_date, from } of offspring) expect(breeding(from).birth_date).toBe(birth_date);
});

test('collections and cohorts are of one project', () => {
  for (const { key, project: of, sessions } of lab.collections) {
    expect(sessions.length, key).toBeGreaterThan(4);
    for (const each of sessions) expect(session(each).projects).toContain(of);
  }
  for (const { project: of, subjects } of lab.cohorts)
    for (const each of subjects) expect(isSubjectOf(each, of), each).toBe(true);
});

test('procedures were done while their licenses were in force', () => {
  const license = byKey(lab.licenses);
  for (const { key, licenses, date_time } of lab.procedures)
    for (const each of licenses) {
      expect(license(each).valid_from <= date_time.slice(0, 10), key).toBe(true);
      expect(license(each).valid_until >= date_time.slice(0, 10), key).toBe(true);
    }
});
