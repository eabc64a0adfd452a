import { beforeAll, describe, expect, it } from 'vitest';
import { sql, queryOne } from '@/lib/server/db/sql';
import { sessionPage } from '@/lib/server/queries/session-page';
import type { UserViewer } from '@/lib/server/viewer';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import {
  deleteTemplate,
  listTemplates,
  loadTemplate,
  renameTemplate,
  restoreTemplate,
  saveTemplate,
} from './session-templates';
import { startSession } from './start-session';

let lab: Awaited<ReturnType<typeof makeLab>>;
let project: string;
let contributor: UserViewer;
let reader: UserViewer;
let stranger: UserViewer;

const save = (name: string, viewer = lab.pi, of = project) =>
  saveTemplate(viewer, { session: String(lab.session.id), project: of, name });
const names = async (viewer: UserViewer, of: string | null = project) =>
  (await listTemplates(viewer, of)).map(({ name, may_use: mayUse }) => [name, mayUse]);

beforeAll(async () => {
  lab = await makeLab(await makeCatalogue());
  project = String(lab.project.id);
  const [one, two] = [await makePerson(), await makePerson()];
  [contributor, reader] = [one.viewer, two.viewer];
  stranger = (await makePerson()).viewer;
  await change(lab.pi, 'project', project, { users: { [one.email]: { can_change: true }, [two.email]: {} } });
  const at = { session: lab.session.id };
  await make(lab.pi, 'sessionsubject', { ...at, subject: lab.subject.id });
  const subjects = [lab.subject.id];
  const behavior = await make(lab.pi, 'behavior', {
    ...at,
    subjects,
    setup: lab.setup.id,
    behavioralassay: lab.assay.id,
    notes: 'Slept',
  });
  await make(lab.pi, 'recordingfiles', { ...at, bpod_path: 'Bpod/*.mat' });
  await make(lab.pi, 'epoch', { ...at, name: 'Task', start: 0, end: 60_000, behavior: behavior.id });
  await change(lab.pi, 'session', lab.session.id, { datastorage: [lab.storage.id], tags: ['daily'] });
});

describe('session templates', () => {
  it('keep what a session consists of, whatever becomes of it', async () => {
    const { id } = await save('Kept');
    const [behavior] = (await sessionPage(lab.pi, lab.session.id)).parts.behaviors;
    const { content } = await loadTemplate(lab.pi, id);
    expect(content.values).toEqual({ tags: ['daily'], datastorage: [lab.storage.id] });
    await change(lab.pi, 'behavior', String(behavior?.id), { notes: 'Woke' });
    const { record, left } = await startSession(
      lab.pi,
      { name: 'From a template', projects: [project], date_time: '2026-04-01T09:00:00Z' },
      { subjects: [String(lab.subject.id)], like: null, template: id },
    );
    const { parts } = await sessionPage(lab.pi, record.id);
    expect(left).toEqual([]);
    expect(parts.behaviors).toMatchObject([{ setup: lab.setup.id, notes: '', subjects: [lab.subject.id] }]);
    expect(parts.epochs).toMatchObject([{ name: 'Task', behavior: parts.behaviors[0]?.id }]);
    expect(parts.recordingfiles).toMatchObject([{ bpod_path: 'Bpod/*.mat' }]);
  });

  it('are used and kept by who may add sessions, named to who may read, and nobody else’s business', async () => {
    const { id } = await save('Shared');
    expect(await names(contributor)).toContainEqual(['Shared', true]);
    expect(await names(reader)).toContainEqual(['Shared', false]);
    expect(await names(stranger)).toEqual([]);
    expect(await names(stranger, null)).toEqual([]);
    for (const viewer of [reader, stranger]) {
      const gone = { code: 'not_found' };
      await expect(loadTemplate(viewer, id)).rejects.toMatchObject(gone);
      await expect(renameTemplate(viewer, id, 'Mine')).rejects.toMatchObject(gone);
      await expect(deleteTemplate(viewer, id)).rejects.toMatchObject(gone);
      await expect(restoreTemplate(viewer, id)).rejects.toMatchObject(gone);
    }
    await expect(save('By a reader', reader)).rejects.toMatchObject({ problems: [{ path: 'project' }] });
    await expect(save('By a stranger', stranger)).rejects.toMatchObject({ code: 'not_found' });
    const elsewhere = String((await make(stranger, 'project', { name: 'Elsewhere' })).id);
    await expect(save('Elsewhere', lab.pi, elsewhere)).rejects.toMatchObject({ problems: [{ path: 'project' }] });
    await renameTemplate(contributor, id, '  Shared   by us ');
    expect(await names(lab.pi)).toContainEqual(['Shared by us', true]);
  });

  it('leave behind what their user may not see', async () => {
    const { id } = await save('With our rig');
    const { record, left } = await startSession(
      contributor,
      { name: 'Without the rig', projects: [project], date_time: '2026-04-02T09:00:00Z' },
      { subjects: [String(lab.subject.id)], like: null, template: id },
    );
    expect(left).toContain('Links to what you can’t see were not copied.');
    const { parts } = await sessionPage(lab.pi, record.id);
    expect(parts.behaviors).toEqual([]);
    expect(parts.epochs).toMatchObject([{ name: 'Task', behavior: null }]);
    const from = { subjects: [], like: null, template: id };
    await expect(startSession(stranger, { name: 'X', projects: [project] }, from)).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('come back after deletion, unless their name is taken', async () => {
    const { id } = await save('Back');
    await expect(save('Back')).rejects.toMatchObject({ problems: [{ path: 'name' }] });
    await deleteTemplate(lab.pi, id);
    await expect(loadTemplate(lab.pi, id)).rejects.toMatchObject({ code: 'not_found' });
    await restoreTemplate(lab.pi, id);
    expect((await loadTemplate(lab.pi, id)).row.name).toBe('Back');
    await deleteTemplate(lab.pi, id);
    const other = await save('Back');
    await expect(restoreTemplate(lab.pi, id)).rejects.toMatchObject({ problems: [{ path: 'name' }] });
    await renameTemplate(lab.pi, other.id, 'Other');
    await expect(renameTemplate(lab.pi, other.id, '')).rejects.toMatchObject({ problems: [{ path: 'name' }] });
    await restoreTemplate(lab.pi, id);
    const noted = await queryOne<{ actions: string[] }>(
      sql`SELECT array_agg(action ORDER BY id) AS actions FROM audit_log WHERE model = 'sessiontemplate' AND record_id = ${id}::uuid`,
    );
    expect(noted?.actions).toEqual(['create', 'delete', 'restore', 'delete', 'restore']);
  });
});
