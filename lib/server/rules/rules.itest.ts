import { beforeAll, describe, expect, test } from 'vitest';
import type { ModelName } from '@/lib/models';
import { modelNamed } from '@/lib/models';
import type { AppError } from '@/lib/errors';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { systemViewer } from '../viewer';
import { candidates, whyNothing } from './candidates';

/** The codes and messages at a field, of an operation that is refused. */
async function problemsAt(field: string, work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (reason: AppError) => reason,
  );
  expect(error?.code, 'the operation is refused').toBe('invalid');
  return (error?.problems ?? []).filter(({ path }) => path === field || path.startsWith(`${field}[`));
}

describe('what may be linked', () => {
  let catalogue: Awaited<ReturnType<typeof makeCatalogue>>;
  let lab: Awaited<ReturnType<typeof makeLab>>;
  /** A second project and group of the same PI, not shared with the first. */
  let apart: Awaited<ReturnType<typeof makeApart>>;

  async function makeApart() {
    const { pi } = lab;
    const group = await make(pi, 'group', { name: `Apart ${lab.group.name}` });
    const project = await make(pi, 'project', { name: `Apart ${lab.project.name}` });
    const subject = await make(pi, 'subject', {
      name: 'X1',
      sex: 'M',
      strain: catalogue.strain.id,
      projects: [project.id],
    });
    const shared = { authgroups: [group.id] };
    const setup = await make(pi, 'setup', { name: 'Other rig', setup_type: catalogue.arena.id, ...shared });
    const equipment = await make(pi, 'equipment', {
      name: 'Other camera',
      type: 'Camera',
      setup: setup.id,
      coordinates_system: 'External_XYZ_Absolute',
    });
    const assay = await make(pi, 'behavioralassay', {
      name: 'Other maze',
      setup_type: catalogue.arena.id,
      behavioral_paradigm: catalogue.paradigm.id,
      ...shared,
    });
    const storage = await make(pi, 'datastorage', { name: 'Other NAS', ...shared });
    const session = await make(pi, 'session', { name: 'S2', projects: [lab.project.id] });
    return { group, project, subject, setup, equipment, assay, storage, session };
  }

  beforeAll(async () => {
    catalogue = await makeCatalogue();
    lab = await makeLab(catalogue);
    apart = await makeApart();
  });

  const behavior = (over: Record<string, unknown>) => ({
    session: lab.session.id,
    subjects: [lab.subject.id],
    setup: lab.setup.id,
    behavioralassay: lab.assay.id,
    ...over,
  });

  test('a behavior of the right parts is accepted', async () => {
    await expect(make(lab.pi, 'behavior', behavior({}))).resolves.toMatchObject({ subjects: [lab.subject.id] });
  });

  test.each<[string, string, () => Promise<unknown>]>([
    [
      'a storage that shares no group',
      'datastorage',
      () => change(lab.pi, 'session', lab.session.id, { datastorage: [apart.storage.id] }),
    ],
    [
      'a subject of another project in a behavior',
      'subjects',
      () => make(lab.pi, 'behavior', behavior({ subjects: [apart.subject.id] })),
    ],
    ['a setup that shares no group', 'setup', () => make(lab.pi, 'behavior', behavior({ setup: apart.setup.id }))],
    [
      'an assay that shares no group',
      'behavioralassay',
      () => make(lab.pi, 'behavior', behavior({ behavioralassay: apart.assay.id })),
    ],
    [
      'a subject of another project in the session',
      'subject',
      () => make(lab.pi, 'sessionsubject', { session: lab.session.id, subject: apart.subject.id }),
    ],
    [
      'equipment of a setup that shares no group',
      'equipment',
      () =>
        make(lab.pi, 'dataacquisition', {
          session: lab.session.id,
          type: 'VideoTracking',
          equipment: [apart.equipment.id],
        }),
    ],
  ])('%s is refused with what to do', async (_, field, work) => {
    const [problem] = await problemsAt(field, work());
    expect(problem?.message).toMatch(/: (share|add|choose)/);
  });

  test('a setup of another type than the assay’s is refused', async () => {
    const wheel = await make(lab.pi, 'setup', {
      name: 'Wheel',
      setup_type: catalogue.wheel.id,
      authgroups: [lab.group.id],
    });
    expect(await problemsAt('setup', make(lab.pi, 'behavior', behavior({ setup: wheel.id })))).toMatchObject([
      { code: 'setup-fits-the-assay' },
    ]);
  });

  test('a procedure must be on a subject of the projects and of a type that goes with the acquisition', async () => {
    const at = { coordinates_system: 'Stereotaxic_BregmaAbsolute' };
    const stray = await make(lab.pi, 'procedure', { subject: apart.subject.id, type: 'SiliconProbeImplant', ...at });
    const headpost = await make(lab.pi, 'procedure', {
      subject: lab.subject.id,
      type: 'Headpost',
      coordinates_system: 'Stereotaxic_BregmaAbsolute',
    });
    const probe = await make(lab.pi, 'procedure', { subject: lab.subject.id, type: 'SiliconProbeImplant', ...at });
    const acquisition = (procedure: unknown) =>
      make(lab.pi, 'dataacquisition', { session: lab.session.id, type: 'ExtracellularEphys', procedures: [procedure] });
    expect(await problemsAt('procedures', acquisition(stray.id))).toMatchObject([
      { code: 'procedure-in-session-projects' },
    ]);
    expect(await problemsAt('procedures', acquisition(headpost.id))).toMatchObject([
      { code: 'procedure-fits-the-type' },
    ]);
    await expect(acquisition(probe.id)).resolves.toMatchObject({ procedures: [probe.id] });
  });

  test('an epoch links modules of its own session, and an acquisition is in one epoch at most', async () => {
    const acquisition = await make(lab.pi, 'dataacquisition', { session: lab.session.id, type: 'VideoTracking' });
    const epoch = (over: Record<string, unknown>) =>
      make(lab.pi, 'epoch', { session: lab.session.id, name: 'Task', start: 0, end: 1000, ...over });
    expect(
      await problemsAt('dataacquisition', epoch({ session: apart.session.id, dataacquisition: acquisition.id })),
    ).toMatchObject([{ code: 'module-of-the-same-session' }]);
    expect(await problemsAt('end', epoch({ start: 2000 }))).toMatchObject([{ code: 'epoch-ends-after-start' }]);
    await epoch({ dataacquisition: acquisition.id });
    expect(await problemsAt('name', epoch({}))).toMatchObject([{ code: 'not-unique' }]);
    expect(await problemsAt('dataacquisition', epoch({ name: 'Rest', dataacquisition: acquisition.id }))).toMatchObject(
      [{ code: 'not-unique' }],
    );
  });

  test('a storage may be linked by its contributors only', async () => {
    const { viewer, email } = await makePerson();
    await change(lab.pi, 'project', lab.project.id, { users: { [email]: { can_change: true } } });
    await change(lab.pi, 'datastorage', lab.storage.id, { users: { [email]: {} } });
    expect(
      await problemsAt('datastorage', change(viewer, 'session', lab.session.id, { datastorage: [lab.storage.id] })),
    ).toMatchObject([{ code: 'storage-may-be-used' }]);
    await change(lab.pi, 'datastorage', lab.storage.id, { users: { [email]: { can_change: true } } });
    await expect(change(viewer, 'session', lab.session.id, { datastorage: [lab.storage.id] })).resolves.toMatchObject({
      datastorage: [lab.storage.id],
    });
  });

  test('investigators are members of the group; categories have two levels', async () => {
    const stranger = await makePerson();
    expect(
      await problemsAt(
        'principal_investigators',
        make(lab.pi, 'laboratory', {
          group: lab.group.id,
          institution: 'Here',
          principal_investigators: [stranger.viewer.number],
        }),
      ),
    ).toMatchObject([{ code: 'investigators-are-members' }]);
    await expect(
      make(lab.pi, 'laboratory', {
        group: lab.group.id,
        institution: 'Here',
        principal_investigators: [lab.pi.number],
      }),
    ).resolves.toMatchObject({ group: lab.group.id });
    const system = systemViewer('test');
    const top = await make(system, 'behavioralcategory', { name: 'Top level' });
    const second = await make(system, 'behavioralcategory', { name: 'Second level', parent: top.id });
    expect(
      await problemsAt('parent', make(system, 'behavioralcategory', { name: 'Third level', parent: second.id })),
    ).toMatchObject([{ code: 'two-levels-of-categories' }]);
    expect(await problemsAt('parent', change(system, 'behavioralcategory', top.id, { parent: top.id }))).toMatchObject([
      { code: 'two-levels-of-categories' },
    ]);
  });

  test('patterns of recording files stay in the session’s folder', async () => {
    const files = (paths: string) =>
      make(lab.pi, 'recordingfiles', { session: lab.session.id, cameras: [{ id: 'cam0', paths, ttl_id: 'ttl' }] });
    for (const paths of ['/etc/*', '../other/*.avi', 'a/{b,../c}/*', 'C:\\video\\*.avi'])
      expect((await problemsAt('cameras', files(paths))).length, paths).toBeGreaterThan(0);
  });

  test('assays for the chosen setup are offered first', async () => {
    const made = { setup_type: catalogue.wheel.id, authgroups: [lab.group.id] };
    const wheel = await make(lab.pi, 'setup', { name: 'Another wheel', ...made });
    const assay = await make(lab.pi, 'behavioralassay', {
      ...made,
      name: 'Zigzag on the wheel',
      behavioral_paradigm: catalogue.paradigm.id,
    });
    const offered = async (setup: unknown) =>
      (await candidates(lab.pi, modelNamed('behavior'), 'behavioralassay', { setup }, '', 100)).map(({ id }) => id);
    expect((await offered(wheel.id))[0]).toBe(assay.id);
    expect((await offered(lab.setup.id))[0]).not.toBe(assay.id);
  });

  test.each<[ModelName, string, () => Record<string, unknown>, () => unknown, () => unknown]>([
    ['behavior', 'setup', () => ({ session: lab.session.id }), () => lab.setup.id, () => apart.setup.id],
    ['behavior', 'subjects', () => ({ session: lab.session.id }), () => lab.subject.id, () => apart.subject.id],
    ['session', 'datastorage', () => ({ projects: [lab.project.id] }), () => lab.storage.id, () => apart.storage.id],
    [
      'dataacquisition',
      'equipment',
      () => ({ session: lab.session.id }),
      () => lab.equipment.id,
      () => apart.equipment.id,
    ],
  ])('the selector of %s.%s offers what the write accepts', async (model, field, draft, offered, hidden) => {
    const ids = (await candidates(lab.pi, modelNamed(model), field, draft(), '', 100)).map(({ id }) => id);
    expect(ids).toContain(offered());
    expect(ids).not.toContain(hidden());
  });

  test.each<[ModelName, string, () => Record<string, unknown>, RegExp | null]>([
    ['behavior', 'setup', () => ({ session: lab.session.id }), /shares a group with a project of the session/],
    ['behavior', 'behavioralassay', () => ({ session: lab.session.id }), /“Manage access”/],
    ['behavior', 'setup', () => ({ behavioralassay: lab.assay.id }), /^Only setups of the setup type/],
    ['dataacquisition', 'procedures', () => ({ type: 'ExtracellularEphys' }), /record one on the subject first/],
    ['session', 'projects', () => ({}), /^Only projects on which you are at least contributor/],
    ['behavior', 'setup', () => ({}), null],
    // A type that any procedure goes with: the rule is not why there is none.
    ['dataacquisition', 'procedures', () => ({ type: 'None' }), null],
  ])('the selector of %s.%s says why it may offer nothing', async (model, field, draft, expected) => {
    const why = await whyNothing(lab.pi, modelNamed(model), field, draft());
    if (expected) expect(why).toMatch(expected);
    else expect(why).toBeNull();
  });
});
