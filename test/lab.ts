import { randomUUID } from 'node:crypto';
import type { AnyRecord } from '@/lib/declare/model';
import { modelNamed, type ModelName } from '@/lib/models';
import { createRecord } from '@/lib/server/operations/create';
import { updateRecord } from '@/lib/server/operations/update';
import { systemViewer, type Viewer } from '@/lib/server/viewer';
import { makePerson } from './people';

/** Creates a record through the ordinary operation. */
export const make = (viewer: Viewer, model: ModelName, input: Record<string, unknown>): Promise<AnyRecord> =>
  createRecord(viewer, modelNamed(model), input);

/** Changes one. */
export const change = (viewer: Viewer, model: ModelName, id: string | number, input: Record<string, unknown>) =>
  updateRecord(viewer, modelNamed(model), id, input);

const unique = (word: string) => `${word} ${randomUUID().slice(0, 8)}`;

/** The catalogue entries that a laboratory needs, made afresh. */
export async function makeCatalogue() {
  const viewer = systemViewer('test catalogue');
  const species = await make(viewer, 'species', { name: unique('Mus') });
  const strain = await make(viewer, 'strain', { name: unique('B6'), species: species.id });
  const arena = await make(viewer, 'setuptype', { name: unique('Arena'), category: 'F' });
  const wheel = await make(viewer, 'setuptype', { name: unique('Wheel'), category: 'H' });
  const paradigm = await make(viewer, 'behavioralparadigm', { name: unique('Maze') });
  return { species, strain, arena, wheel, paradigm };
}

/** A laboratory of one PI: a group, a project shared with it, a subject, a setup with equipment, an assay, a storage, a session. */
export async function makeLab(catalogue: Awaited<ReturnType<typeof makeCatalogue>>) {
  const { viewer: pi, email } = await makePerson();
  const group = await make(pi, 'group', { name: unique('Lab') });
  const project = await make(pi, 'project', { name: unique('Project') });
  await change(pi, 'project', project.id, { groups: { [String(group.name)]: { can_change: true } } });
  const subject = await make(pi, 'subject', {
    name: 'M1',
    sex: 'F',
    strain: catalogue.strain.id,
    projects: [project.id],
  });
  const shared = { authgroups: [group.id] };
  const setup = await make(pi, 'setup', { name: 'Rig', setup_type: catalogue.arena.id, ...shared });
  const coordinates_system = 'External_XYZ_Absolute';
  const equipment = await make(pi, 'equipment', {
    name: 'Camera',
    type: 'Camera',
    setup: setup.id,
    coordinates_system,
  });
  const assay = await make(pi, 'behavioralassay', {
    name: 'Maze',
    setup_type: catalogue.arena.id,
    behavioral_paradigm: catalogue.paradigm.id,
    ...shared,
  });
  const storage = await make(pi, 'datastorage', { name: 'NAS', ...shared });
  const session = await make(pi, 'session', { name: 'S1', projects: [project.id], date_time: '2026-03-14T09:30:00Z' });
  return { pi, email, group, project, subject, setup, equipment, assay, storage, session };
}
