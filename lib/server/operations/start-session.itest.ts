import { beforeAll, describe, expect, it } from 'vitest';
import { models } from '@/lib/models';
import { queryOne, sql } from '@/lib/server/db/sql';
import { latestSession } from '@/lib/server/queries/latest-session';
import { nextSessionName } from '@/lib/server/queries/session-form';
import { sessionPage, sessionParts } from '@/lib/server/queries/session-page';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import type { UserViewer } from '../viewer';
import { getRecord } from './get';
import { listHistory } from './history';
import { startSession } from './start-session';

let lab: Awaited<ReturnType<typeof makeLab>>;
let strain: string;
let like: string;
let newborn: string;

const begin = (name: string, subjects: string[], from: string | null = null, more: object = {}) =>
  startSession(
    lab.pi,
    { name, projects: [lab.project.id], date_time: '2026-04-01T09:00:00Z', ...more },
    { subjects, like: from },
  );
const partsOf = async (id: string | number) => (await sessionPage(lab.pi, id)).parts;
const sessions = () => queryOne(sql`SELECT count(*)::int AS sessions FROM session`);

beforeAll(async () => {
  const catalogue = await makeCatalogue();
  lab = await makeLab(catalogue);
  strain = String(catalogue.strain.id);
  const { pi, session, subject, setup, assay, equipment } = lab;
  const at = { session: session.id };
  like = String(session.id);
  newborn = String(
    (await make(pi, 'subject', { name: 'M2', sex: 'M', strain, projects: [lab.project.id], birth_date: '2026-01-01' }))
      .id,
  );
  const implant = await make(pi, 'procedure', {
    subject: subject.id,
    type: 'SiliconProbeImplant',
    coordinates_system: 'Stereotaxic_BregmaAbsolute',
  });
  await make(pi, 'sessionsubject', { ...at, subject: subject.id, age: 'P80D' });
  await make(pi, 'recordingfiles', { ...at, bpod_path: 'Bpod/*.mat', ttls: [{ id: 'ttl_cue', paths: 'TTLs/*.txt' }] });
  const behavior = await make(pi, 'behavior', {
    ...at,
    subjects: [subject.id],
    setup: setup.id,
    behavioralassay: assay.id,
    notes: '253 trials',
  });
  const acquisition = await make(pi, 'dataacquisition', {
    ...at,
    type: 'ExtracellularEphys',
    details: { nChannels: 384 },
    procedures: [implant.id],
    equipment: [equipment.id],
  });
  const manipulation = await make(pi, 'manipulation', { ...at, type: 'VisualStimulation', procedures: [implant.id] });
  await make(pi, 'epoch', {
    ...at,
    name: 'Task',
    start: 0,
    end: 60_000,
    behavior: behavior.id,
    dataacquisition: acquisition.id,
    manipulation: manipulation.id,
  });
});

describe('startSession', () => {
  it('adds the subjects with the age that their date of birth tells', async () => {
    const { record } = await begin('Ages', [newborn]);
    const { subjects } = await partsOf(record.id);
    expect(subjects).toMatchObject([{ subject: newborn, age: 'P90D' }]);
  });

  it('copies what hangs on another session, and links the copies among themselves', async () => {
    const { record, left } = await begin('Same', [String(lab.subject.id)], like);
    const [made, original] = [await partsOf(record.id), await partsOf(like)];
    expect(left).toEqual([]);
    for (const part of sessionParts) expect(made[part], part).toHaveLength(1);
    const [epoch] = made.epochs;
    expect(epoch).toMatchObject({
      name: 'Task',
      start: 0,
      end: 60_000,
      behavior: made.behaviors[0]?.id,
      dataacquisition: made.dataacquisition[0]?.id,
      manipulation: made.manipulations[0]?.id,
    });
    expect(made.behaviors).toMatchObject([{ setup: lab.setup.id, notes: '' }]);
    expect(epoch?.behavior).not.toBe(original.behaviors[0]?.id);
    expect(made.dataacquisition[0]).toMatchObject({ details: original.dataacquisition[0]?.details });
    expect(made.recordingfiles[0]).toMatchObject({ ttls: original.recordingfiles[0]?.ttls });
  });

  it('goes without what only the other recording can tell', async () => {
    const session = await make(lab.pi, 'session', { name: 'Filmed', projects: [lab.project.id] });
    await make(lab.pi, 'dataacquisition', { session: session.id, type: 'VideoTracking', details: { nFrames: 81_000 } });
    const { record } = await begin('Filmed again', [], String(session.id));
    const [made] = (await partsOf(record.id)).dataacquisition;
    expect(made?.type).toBe('VideoTracking');
    expect(made?.details).not.toHaveProperty('nFrames');
  });

  it('is told in the history, with the name of the other session for who may see that', async () => {
    const { record } = await begin('Told', [], like);
    const { viewer: reader, account } = await makePerson();
    const elsewhere = await make(lab.pi, 'project', { name: 'Elsewhere' });
    await change(lab.pi, 'project', elsewhere.id, { users: { [account.email]: {} } });
    await change(lab.pi, 'session', record.id, { projects: [lab.project.id, elsewhere.id] });
    const copyOf = async (viewer: UserViewer) =>
      (await listHistory(viewer, models.session, String(record.id))).writes.at(-1)?.source.copyOf;
    expect(await copyOf(lab.pi)).toEqual({ kind: 'session', name: 'S1' });
    expect(await copyOf(reader)).toEqual({ kind: 'session', name: '' });
  });

  it('leaves out the implants of another subject and what cannot be without them', async () => {
    const { record, left } = await begin('Other', [newborn], like);
    const made = await partsOf(record.id);
    expect(left).toEqual(['Manipulations were not copied: they need the implants of the subject.']);
    expect(made.behaviors).toMatchObject([{ subjects: [newborn] }]);
    expect(made.dataacquisition).toMatchObject([{ procedures: [] }]);
    expect(made.manipulations).toEqual([]);
    expect(made.epochs).toMatchObject([{ manipulation: null }]);
  });

  it('leaves out what is not ticked, and the place of a module that is not there', async () => {
    const original = await partsOf(like);
    const leaveOut = [original.behaviors[0]?.id, original.recordingfiles[0]?.id].map(String);
    const { record } = await startSession(
      lab.pi,
      { name: 'Less', projects: [lab.project.id], date_time: '2026-04-01T09:00:00Z' },
      { subjects: [String(lab.subject.id)], like, leaveOut },
    );
    const made = await partsOf(record.id);
    expect([made.behaviors, made.recordingfiles]).toEqual([[], []]);
    expect(made.epochs).toMatchObject([{ behavior: null, dataacquisition: made.dataacquisition[0]?.id }]);
  });

  it('copies no link that the person may not see, and says so', async () => {
    const { viewer: guest, account } = await makePerson();
    await change(lab.pi, 'project', lab.project.id, { users: { [account.email]: { can_change: true } } });
    const { record, left } = await startSession(
      guest,
      { name: 'Guest', projects: [lab.project.id], date_time: '2026-04-01T09:00:00Z' },
      { subjects: [String(lab.subject.id)], like },
    );
    expect(left).toEqual(['Behaviors were not all copied: you can’t see what they need.']);
    const { parts } = await sessionPage(guest, record.id);
    expect(parts.behaviors).toEqual([]);
    expect(parts.dataacquisition).toMatchObject([{ equipment: [] }]);
    expect(parts.epochs).toMatchObject([{ behavior: null, manipulation: parts.manipulations[0]?.id }]);
    // Nor may a form that names them by hand.
    const before = await sessions();
    await expect(
      startSession(
        guest,
        { name: 'Forged', projects: [lab.project.id], datastorage: [lab.storage.id] },
        { subjects: [], like },
      ),
    ).rejects.toMatchObject({ code: 'invalid' });
    expect(await sessions()).toEqual(before);
  });

  it('writes all or nothing, and says at which field', async () => {
    const { viewer: stranger } = await makePerson();
    const foreign = await make(stranger, 'project', { name: 'Elsewhere' });
    const hidden = await make(stranger, 'subject', { name: 'X1', sex: 'U', strain, projects: [foreign.id] });
    const before = await sessions();
    await expect(begin('Hidden', [String(hidden.id)])).rejects.toMatchObject({
      code: 'invalid',
      problems: [{ path: 'subjects', code: 'not_found' }],
    });
    await expect(begin('Same', [])).rejects.toMatchObject({ problems: [{ path: 'name' }] });
    expect(await sessions()).toEqual(before);
  });

  it('copies no session that the person may not see', async () => {
    const { viewer: stranger } = await makePerson();
    const foreign = await make(stranger, 'project', { name: 'Theirs' });
    const hidden = await make(stranger, 'session', { name: 'H', projects: [foreign.id] });
    await expect(begin('Copy', [], String(hidden.id))).rejects.toMatchObject({ problems: [{ path: 'like' }] });
    await expect(getRecord(lab.pi, models.session, hidden.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

it('suggests the first free name of the day on the laboratory’s calendar', async () => {
  expect(await nextSessionName(lab.pi, newborn, '2026-05-01T10:00:00Z')).toBe('M2_2026-05-01_01');
  await begin('M2_2026-05-01_01', [newborn]);
  expect(await nextSessionName(lab.pi, newborn, '2026-05-01T10:00:00Z')).toBe('M2_2026-05-01_02');
});

it('suggests the next name by the pattern of another session, also for another subject', async () => {
  const at = (name: string, date_time: string) =>
    startSession(lab.pi, { name, projects: [lab.project.id], date_time }, { subjects: [newborn], like: null });
  const { record } = await at('M2-260610-s01', '2026-06-10T08:00:00Z');
  const id = String(record.id);
  expect(await nextSessionName(lab.pi, newborn, '2026-06-11T08:00:00Z', id)).toBe('M2-260611-s01');
  await at('M2-260611-s01', '2026-06-11T08:00:00Z');
  expect(await nextSessionName(lab.pi, newborn, '2026-06-11T09:00:00Z', id)).toBe('M2-260611-s02');
  expect(await nextSessionName(lab.pi, String(lab.subject.id), '2026-06-11T09:00:00Z', id)).toBe('M1-260611-s01');
  expect(await nextSessionName(lab.pi, null, '2026-06-12T09:00:00Z', id)).toBe('M2-260612-s01');
});

describe('latestSession', () => {
  const named = async (...asked: Parameters<typeof latestSession>) => (await latestSession(...asked))?.name ?? null;

  it('is one’s own, entered or experimented, before now; of a subject or a project anybody’s', async () => {
    const { viewer: colleague, account } = await makePerson();
    const project = String((await make(lab.pi, 'project', { name: 'Latest' })).id);
    await change(lab.pi, 'project', project, { users: { [account.email]: { can_change: true } } });
    const subject = String((await make(lab.pi, 'subject', { name: 'L1', sex: 'F', strain, projects: [project] })).id);
    const enter = (name: string, date_time: string, subjects: string[] = []) =>
      startSession(lab.pi, { name, projects: [project], date_time }, { subjects, like: null });
    await enter('Older', '2025-01-01T09:00:00Z', [subject]);
    await enter('Newer', '2025-01-02T09:00:00Z');
    await enter('Planned', '2999-01-01T09:00:00Z', [subject]);
    expect(await named(lab.pi, { project })).toBe('Newer');
    expect(await named(lab.pi, { subject })).toBe('Older');
    expect(await named(colleague)).toBeNull();
    expect(await named(colleague, { subject })).toBe('Older');
    expect(await named((await makePerson()).viewer, { project })).toBeNull();
  });
});
