import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { ArchiveDevice, ArchiveSession } from '../archive/facts';
import { readySession, readySubject, speciesOf } from '../archive/fixtures';
import { devicesOf } from './devices';
import { toMetadata } from './metadata';
import { writeMetadata } from './write';

const zone = 'Europe/Lisbon';
const of = (session: Partial<ArchiveSession> = {}, subject = readySubject) =>
  toMetadata({ ...readySession, ...session }, subject, zone);

describe('NeuroConv metadata', () => {
  it('has the exact keys and values of the format', () => {
    expect(of()).toEqual({
      NWBFile: {
        session_id: 'mouse07_2026-04-01_01',
        session_start_time: '2026-04-01T10:30:00+01:00',
        session_description: 'Head-fixed licking task.',
        experimenter: ['Okafor, Amara'],
        lab: 'Okafor lab',
        institution: 'University of Porto',
        keywords: ['licking', 'cortex'],
        protocol: 'Mice in vivo (0421/2024)',
        related_publications: ['doi:10.1000/182'],
      },
      Subject: {
        subject_id: 'mouse07',
        species: 'Mus musculus',
        strain: 'C57BL/6J',
        genotype: 'Ai14/wt',
        sex: 'F',
        date_of_birth: '2026-01-01T00:00:00+00:00',
        age: 'P90D',
        weight: '24.5 g',
        description: 'From the breeding of the house.',
      },
    });
  });

  it('leaves out what is missing or would be refused, and writes no empty value', () => {
    const subject = {
      ...readySubject,
      species: speciesOf('Mus spretus'),
      genotype: ' ',
      weight: null,
      age: '12 weeks',
    };
    const { NWBFile, Subject } = of(
      { experimenter: 'Amara Okafor', laboratory: null, tags: [], publications: [] },
      subject,
    );
    expect(Object.keys(NWBFile)).toEqual(['session_id', 'session_start_time', 'session_description', 'protocol']);
    expect(Subject).not.toHaveProperty('species');
    expect(Subject).not.toHaveProperty('genotype');
    expect(Subject).not.toHaveProperty('weight');
    expect(Subject?.age).toBe('P90D');
  });

  it('writes the linked account as last and first name', () => {
    const experimenter_user = { first_name: 'Amara', last_name: 'Okafor' };
    expect(of({ experimenter: 'AO', experimenter_user }).NWBFile.experimenter).toEqual(['Okafor, Amara']);
  });

  it('has no subject where the session has none', () => {
    expect(toMetadata({ ...readySession, subjects: [] }, null, zone)).not.toHaveProperty('Subject');
  });

  it('is YAML whose texts stay texts for a reader of YAML 1.1', () => {
    const text = writeMetadata(
      of({ name: 'yes', tags: ['no', '1e3', '2026-01-01', 'a: b', '#1'] }, { ...readySubject, name: '007' }),
    );
    const read = parse(text, { version: '1.1' });
    expect(read.NWBFile.session_id).toBe('yes');
    expect(read.NWBFile.keywords).toEqual(['no', '1e3', '2026-01-01', 'a: b', '#1']);
    expect(read.NWBFile.session_start_time).toBe('2026-04-01T10:30:00+01:00');
    expect(read.Subject.subject_id).toBe('007');
    expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
  });
});

describe('its devices', () => {
  const probe = { name: 'Neuropixels 2.0', description: '<p>Four shanks</p>', supplier: 'imec' };
  const device = (name: string, model: ArchiveDevice['model'] = null): ArchiveDevice => ({
    name,
    type: 'Camera',
    notes: null,
    model,
  });

  it('are registries by key, each linked to its model, which stands once', () => {
    expect(devicesOf([device('Probe A', probe), device('Probe B', probe)])).toEqual({
      Devices: {
        probe_a: { name: 'Probe A', description: 'Camera', device_model_metadata_key: 'neuropixels_2_0' },
        probe_b: { name: 'Probe B', description: 'Camera', device_model_metadata_key: 'neuropixels_2_0' },
      },
      DeviceModels: { neuropixels_2_0: { name: 'Neuropixels 2.0', description: 'Four shanks', manufacturer: 'imec' } },
    });
  });

  it('keep apart what is called alike, and have no slash in a name', () => {
    const { Devices } = devicesOf([device('Cam/1'), device('Cam 1'), device('Cam 1', probe)]);
    expect(Object.entries(Devices ?? {}).map(([key, { name }]) => [key, name])).toEqual([
      ['cam_1', 'Cam-1'],
      ['cam_1_2', 'Cam 1 2'],
      ['cam_1_3', 'Cam 1 3'],
    ]);
  });

  it('are no keys where there are none', () => expect(devicesOf([])).toEqual({}));
});
