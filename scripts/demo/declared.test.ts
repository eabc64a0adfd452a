import { expect, test } from 'vitest';
import { parseInput } from '@/lib/declare/parse';
import { exportSession } from '@/lib/formats/session-toml/from-portal';
import { validateSessionToml } from '@/lib/formats/session-toml/validate';
import { modelNamed } from '@/lib/models';
import { starter } from '@/lib/vocabularies/starter';
import { starterId } from '@/lib/vocabularies/starter/starter-id';
import { demoLaboratory } from './laboratory';

const lab = demoLaboratory(new Date('2026-11-20T17:00:00Z'), 'Europe/Oslo');

// Keys become ids, so that references are checked for their form; who may be linked is in laboratory.test.ts.
const ids = new Map<string, string | number>(
  Object.values(lab).flatMap((all) => all.map(({ key }) => [key, starterId('demo', key)] as const)),
);
[...lab.users, ...lab.groups].forEach(({ key }, index) => ids.set(key, index + 1));
const identified = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(identified) : typeof value === 'string' ? (ids.get(value) ?? value) : value;

const records: [model: string, records: readonly object[]][] = [
  ...Object.entries(starter),
  ['laboratory', lab.laboratories],
  ['license', lab.licenses],
  ['protocol', lab.protocols],
  ['publication', lab.publications],
  ['project', lab.projects],
  ['setup', lab.setups],
  ['equipment', lab.equipment],
  ['behavioralassay', lab.behavioralassays],
  ['datastorage', lab.datastorages],
  ['inventory', lab.inventories],
  ['consumablestock', lab.consumablestocks],
  ['subject', lab.subjects],
  ['breeding', lab.breedings],
  ['cohort', lab.cohorts],
  ['procedure', lab.procedures],
  ['subjectlog', lab.subjectlogs],
  ['procedurelog', lab.procedurelogs],
  ['session', lab.sessions],
  ['collection', lab.collections],
  ['setuptype', lab.setuptypes],
  ['sessionsubject', lab.sessionsubjects],
  ['behavior', lab.behaviors],
  ['dataacquisition', lab.dataacquisitions],
  ['manipulation', lab.manipulations],
  ['epoch', lab.epochs],
  ['recordingfiles', lab.recordingfiles],
];

test.each(records)('every %s is accepted by its declaration', (model, all) => {
  for (const record of all) {
    const fields = Object.entries(record).filter(([key]) => key !== 'key' && key !== 'created_by');
    const input = Object.fromEntries(fields.map(([key, value]) => [key, identified(value)]));
    expect(parseInput(modelNamed(model), input, 'create').problems, JSON.stringify(record).slice(0, 200)).toEqual([]);
  }
});

test('every session with recording files gives a valid session.toml', () => {
  for (const recording of lab.recordingfiles) {
    const session = lab.sessions.find(({ key }) => key === recording.session);
    const recorded = lab.sessionsubjects.find((each) => each.session === recording.session);
    const subject = lab.subjects.find(({ key }) => key === recorded?.subject);
    if (!session || !recorded || !subject) throw new Error(`${recording.key} has no session or subject`);
    const { name, sex, genotype } = subject;
    const { text } = exportSession(
      { ...session, subjects: [{ name, sex, genotype, age: recorded.age }], recording, as_written: {} },
      '1.0',
      'Europe/Oslo',
    );
    expect(validateSessionToml(text ?? '').problems, session.name).toEqual([]);
  }
});
