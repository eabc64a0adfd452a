import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sessionReadiness, subjectReadiness } from '@/lib/server/operations/archive';
import { systemViewer } from '@/lib/server/viewer';
import { apiAs, type Send } from '@/test/api';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';

let lab: Awaited<ReturnType<typeof makeLab>>;
let other: Awaited<ReturnType<typeof makeLab>>;
let pi: Send;
let catalogue: Awaited<ReturnType<typeof makeCatalogue>>;
const address = (portal = 'private') => `${portal}/stem/session/${lab.session.id}/neuroconv.yaml`;
type Missing = { key: string; message: string; url?: string };
const missingOf = (body: unknown) => (body as { missing: Missing[] }).missing; // the answer of the code incomplete

beforeAll(async () => {
  catalogue = await makeCatalogue();
  lab = await makeLab(catalogue);
  other = await makeLab(catalogue);
  pi = await apiAs(lab.pi);
});

describe('the metadata of a session that is not ready', () => {
  it('is refused with each reason and the page of its field', async () => {
    const { status, body } = await pi('GET', address());
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'incomplete', detail: '2 things keep the session from being ready for NWB.' });
    expect(missingOf(body).map(({ key, url }) => [key, url && new URL(url).pathname + new URL(url).hash])).toEqual([
      ['NWBFile.session_description', `/sessions/${lab.session.id}/edit#description`],
      ['Subject', `/sessions/${lab.session.id}/edit#subjects`],
    ]);
  });

  it('comes without what is missing where one asks for a part', async () => {
    const { status, text } = await pi('GET', `${address()}?partial=true`);
    expect([status, parse(text)]).toEqual([
      200,
      { NWBFile: { session_id: 'S1', session_start_time: '2026-03-14T09:30:00+00:00' } },
    ]);
    expect((await pi('GET', `${address()}?partial=perhaps`)).body).toEqual({ partial: ['Say true or false.'] });
  });
});

describe('the metadata of a session', () => {
  beforeAll(async () => {
    const system = systemViewer('test');
    await change(system, 'species', String(catalogue.species.id), {
      external_identifiers: [{ source: 'NCBI', identifier: '10096' }],
    });
    await make(lab.pi, 'laboratory', {
      group: lab.group.id,
      institution: 'University of Porto',
      principal_investigators: [lab.pi.number],
    });
    await change(lab.pi, 'subject', String(lab.subject.id), { birth_date: '2026-01-01', genotype: 'wt/wt' });
    await change(lab.pi, 'project', String(lab.project.id), { tags: ['cortex'] });
    await change(lab.pi, 'session', String(lab.session.id), {
      description: '<p>Licking</p>',
      tags: ['licking'],
      experimenter: 'Okafor, Amara',
    });
    await make(lab.pi, 'sessionsubject', { session: lab.session.id, subject: lab.subject.id, weight: 24 });
    const supplier = await make(system, 'supplier', { name: 'imec' });
    const model = await make(system, 'hardwaredevice', { name: 'Neuropixels', supplier: supplier.id });
    await change(lab.pi, 'equipment', String(lab.equipment.id), { hardwaredevice: model.id });
    await make(lab.pi, 'dataacquisition', {
      session: lab.session.id,
      type: 'VideoTracking',
      equipment: [lab.equipment.id],
    });
    const design = { name: 'Neuropixels 2.0', type: 'SiliconProbeDesign', supplier: supplier.id };
    const consumable = await make(system, 'consumable', design);
    const inventory = await make(lab.pi, 'inventory', { name: 'Shelf', authgroups: [lab.group.id] });
    const stock = { inventory: inventory.id, type: 'SiliconProbe', consumable: consumable.id };
    const probe = await make(lab.pi, 'consumablestock', stock);
    const implant = await make(lab.pi, 'procedure', {
      subject: lab.subject.id,
      type: 'SiliconProbeImplant',
      coordinates_system: 'Stereotaxic_BregmaAbsolute',
      consumablestock: probe.id,
    });
    await make(lab.pi, 'dataacquisition', {
      session: lab.session.id,
      type: 'ExtracellularEphys',
      procedures: [implant.id],
    });
  });

  it('holds what the portal knows, in the keys of NeuroConv', async () => {
    const { status, text, headers } = await pi('GET', address());
    expect([status, headers.get('content-type')]).toEqual([200, 'application/yaml; charset=utf-8']);
    expect(headers.get('content-disposition')).toContain('filename="S1.neuroconv.yaml"');
    expect(parse(text)).toEqual({
      NWBFile: {
        session_id: 'S1',
        session_start_time: '2026-03-14T09:30:00+00:00',
        session_description: 'Licking',
        experimenter: ['Okafor, Amara'],
        lab: lab.group.name,
        institution: 'University of Porto',
        keywords: ['licking', 'cortex'],
      },
      Subject: {
        subject_id: 'M1',
        species: 'http://purl.obolibrary.org/obo/NCBITaxon_10096',
        strain: catalogue.strain.name,
        genotype: 'wt/wt',
        sex: 'F',
        date_of_birth: '2026-01-01T00:00:00+00:00',
        age: 'P72D',
        weight: '24 g',
      },
      Devices: {
        camera: { name: 'Camera', description: 'Camera', device_model_metadata_key: 'neuropixels' },
        silicon_probe_implant: {
          name: 'Silicon probe implant',
          description: 'Silicon probe',
          device_model_metadata_key: 'neuropixels_2_0',
        },
      },
      DeviceModels: {
        neuropixels: { name: 'Neuropixels', manufacturer: 'imec' },
        neuropixels_2_0: { name: 'Neuropixels 2.0', manufacturer: 'imec' },
      },
    });
    const again = await pi('GET', address(), undefined, { 'if-none-match': headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it('is not there for another laboratory, a stranger or the public', async () => {
    for (const send of [await apiAs(other.pi), await apiAs((await makePerson()).viewer)]) {
      expect((await send('GET', address())).status).toBe(404);
      expect((await send('GET', `${address()}?partial=true`)).status).toBe(404);
    }
    expect((await (await apiAs(null))('GET', address('public'))).status).toBe(404);
    expect((await (await apiAs(null))('GET', address())).status).toBe(401);
    await expect(sessionReadiness(other.pi, String(lab.session.id))).rejects.toMatchObject({ code: 'not_found' });
    await expect(subjectReadiness(other.pi, String(lab.subject.id))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('names no subject that the reader may not see', async () => {
    const guest = await makePerson();
    const shared = await make(lab.pi, 'project', { name: 'Shared session' });
    await change(lab.pi, 'project', shared.id, { users: { [guest.email]: {} } });
    await change(lab.pi, 'session', String(lab.session.id), { projects: [lab.project.id, shared.id] });
    const { findings, subjects } = await sessionReadiness(guest.viewer, String(lab.session.id));
    expect(subjects).toEqual([]);
    expect(JSON.stringify(findings)).not.toContain('M1');
    const { text } = await (await apiAs(guest.viewer))('GET', `${address()}?partial=true`);
    expect(text).not.toContain('M1');
    expect(text).not.toContain('cortex');
    expect(text).not.toContain('imec');
    await change(lab.pi, 'session', String(lab.session.id), { projects: [lab.project.id] });
  });

  it('asks which subject where there are several, and makes a file for each', async () => {
    const second = await make(lab.pi, 'subject', {
      name: 'M2',
      sex: 'M',
      strain: catalogue.strain.id,
      projects: [lab.project.id],
    });
    await make(lab.pi, 'sessionsubject', { session: lab.session.id, subject: second.id, age: 'P80D' });
    expect((await pi('GET', address())).body).toEqual({
      subject: ['A file holds one subject: say which with ?subject=. The session has M1, M2.'],
    });
    const file = await pi('GET', `${address()}?subject=${second.id}`);
    expect(file.headers.get('content-disposition')).toContain('filename="S1_M2.neuroconv.yaml"');
    expect(parse(file.text).Subject).toMatchObject({ subject_id: 'M2', age: 'P80D' });
    expect((await pi('GET', `${address()}?subject=M3`)).status).toBe(400);
  });
});

describe('a subject', () => {
  it('is ready, or says what it lacks', async () => {
    expect(await subjectReadiness(lab.pi, String(lab.subject.id))).toEqual([]);
    const bare = await make(lab.pi, 'subject', {
      name: 'M_9',
      sex: 'U',
      strain: catalogue.strain.id,
      projects: [lab.project.id],
    });
    expect((await subjectReadiness(lab.pi, String(bare.id))).map(({ key }) => key)).toEqual([
      'Subject.subject_id',
      'Subject.date_of_birth',
    ]);
  });
});
