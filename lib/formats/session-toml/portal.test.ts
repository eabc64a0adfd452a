import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDocument } from './fixtures/arbitrary';
import { fixture } from './fixtures/read';
import { exportSession } from './from-portal';
import type { PortalSession } from './portal';
import { profiles } from './shape';
import { sessionToPortal } from './to-portal';
import { validateSessionToml } from './validate';
import { writeSessionToml } from './write';

const ZONE = 'Europe/Berlin';

function imported(text: string): PortalSession {
  const { value } = validateSessionToml(text);
  if (!value) throw new Error('The text is valid.');
  return sessionToPortal(value, ZONE);
}

function exported(session: PortalSession): string {
  const result = exportSession(session, '1.0', ZONE);
  expect(result.missing).toBeNull();
  return result.text ?? '';
}

const valid = fixture('valid.toml');

describe('sessionToPortal', () => {
  it('maps every value to its place', () => {
    expect(imported(valid)).toEqual({
      name: 'M071_2026-03-14_01',
      date_time: '2026-03-14T09:30:00.000Z',
      experimenter: 'Ada Example',
      description: '<p>Whisker detection, day 5</p>',
      subjects: [{ name: 'mouse_071', sex: 'F', genotype: 'PV-Cre/+', age: 'P90D' }],
      recording: {
        bpod_path: 'Bpod/*.mat',
        bpod_order: 'name_asc',
        bpod_continuous_time: null,
        trial_types: [{ description: 'Active touch', trial_type: 1, sync_signal: 'W2T_Audio', sync_ttl: 'ttl_cue' }],
        ttls: [
          { id: 'ttl_camera', description: 'Frame pulses', paths: 'TTLs/*xa_7_0*.txt' },
          { id: 'ttl_cue', description: 'Cue', paths: 'TTLs/*xia_3_0*.txt' },
        ],
        cameras: [
          {
            id: 'cam0',
            description: 'Whiskers from above',
            paths: 'Video/top/*.avi',
            order: 'name_asc',
            ttl_id: 'ttl_camera',
          },
        ],
      },
      as_written: {
        id: 'M071_2026-03-14_01',
        subject_id: 'mouse_071',
        date: '2026-03-14T10:30:00+01:00',
        experimenter: 'Ada Example',
        description: 'Whisker detection, day 5',
        sex: 'F',
        age: 'P90D',
        genotype: 'PV-Cre/+',
      },
    });
  });
});

describe('exportSession', () => {
  it.each(['2026-03-14', '2026-03-14T10:30', '2026-03-14T10:30:00Z', '2026-03-14T10:30:00.5-0330'])(
    'writes the date %s as the file had it',
    (date) => {
      const text = valid.replace('2026-03-14T10:30:00+01:00', date);
      expect(exported(imported(text))).toBe(text);
    },
  );

  it('keeps blanks, newlines and empty texts of an imported file', () => {
    const text = valid
      .replace('"Whisker detection, day 5"', '"  a  b\\n\\n\\nc "')
      .replace('"PV-Cre/+"', '""')
      .replace('"Ada Example"', '" "');
    expect(exported(imported(text))).toBe(text);
  });

  it('writes what was changed in the portal, and only that anew', () => {
    const session = imported(valid);
    session.date_time = '2026-07-01T08:00:00.000Z';
    session.description = '<p>Day <strong>6</strong></p><ul><li>fine &amp; quiet</li></ul>';
    session.subjects = [{ name: 'mouse_072', sex: null, genotype: 'WT ', age: 'P91D' }];
    expect(exported(session)).toBe(
      valid
        .replace('2026-03-14T10:30:00+01:00', '2026-07-01T10:00:00+02:00')
        .replace('Whisker detection, day 5', 'Day 6\\n\\n- fine & quiet')
        .replace('mouse_071', 'mouse_072')
        .replace('"F"', '"U"')
        .replace('PV-Cre/+', 'WT')
        .replace('P90D', 'P91D'),
    );
  });

  it('writes a session made in the portal, without Bpod data', () => {
    const session = { ...imported(valid), as_written: {} };
    const recording = session.recording && { ...session.recording, bpod_path: null, bpod_order: null, trial_types: [] };
    const text = exported({ ...session, recording });
    expect(text).toContain('[bpod]\npath = ""\norder = "name_asc"\n\n[[TTLs]]');
    expect(validateSessionToml(text).problems).toEqual([]);
  });

  it('lists everything that is missing, with the place to fill it in', () => {
    const empty: PortalSession = {
      name: ' ',
      date_time: null,
      experimenter: null,
      description: '<p> </p>',
      subjects: [],
      recording: null,
      as_written: {},
    };
    const { text, missing } = exportSession(empty, '1.0', ZONE);
    expect(text).toBeNull();
    expect(missing?.map(({ path, field, tab }) => `${path} ${field} ${tab}`)).toEqual([
      'session.id name general',
      'session.date date_time general',
      'session.experimenter experimenter general',
      'session.description description general',
      'session.subject_id subjects general',
      'TTLs ttls recording_files',
      'cameras cameras recording_files',
    ]);
  });

  it('counts no row of TTLs or cameras that was added and left empty', () => {
    const session = imported(valid);
    if (!session.recording) throw new Error('The fixture has recording files.');
    const blank = { id: '', description: '', paths: ' ' };
    const recording = {
      ...session.recording,
      ttls: [...session.recording.ttls, blank],
      cameras: [
        { ...blank, order: 'name_asc', ttl_id: '' },
        { ...blank, id: 'cam1', order: 'name_asc', ttl_id: 'ttl_camera' },
      ],
    };
    expect(exportSession({ ...session, recording }, '1.0', ZONE).missing).toEqual([
      { path: 'TTLs[2]', field: 'ttls', tab: 'recording_files', message: 'Enter the id and files of TTL 3.' },
      {
        path: 'cameras[0]',
        field: 'cameras',
        tab: 'recording_files',
        message: 'Enter the id, files and TTL of camera 1.',
      },
      { path: 'cameras[1]', field: 'cameras', tab: 'recording_files', message: 'Enter the files of camera cam1.' },
    ]);
  });

  it('wants exactly one subject, with age and genotype', () => {
    const session = imported(valid);
    const subject = { name: 'm1', sex: 'F', genotype: null, age: '' };
    const missing = (subjects: PortalSession['subjects']) =>
      exportSession({ ...session, subjects, as_written: {} }, '1.0', ZONE).missing?.map(({ path }) => path);
    expect(missing([subject])).toEqual(['session.age', 'session.genotype']);
    expect(missing([subject, subject])).toEqual(['session.subject_id']);
  });

  it('counts a text as missing when the file had one and the portal lost it', () => {
    const session = { ...imported(valid), experimenter: '' };
    expect(exportSession(session, '1.0', ZONE).missing).toMatchObject([{ path: 'session.experimenter' }]);
  });

  it('never writes a file that its profile would refuse', () => {
    const session = imported(valid);
    const [camera] = session.recording?.cameras ?? [];
    if (!session.recording || !camera) throw new Error('The fixture has a camera.');
    const broken = { ...camera, order: 'by_size', ttl_id: 'gone', paths: '/data' };
    const recording = { ...session.recording, trial_types: [], cameras: [broken] };
    const result = (profile: '1.0' | 'pipeline') =>
      exportSession({ ...session, recording }, profile, ZONE).missing?.map(({ path, field }) => `${path} ${field}`);
    expect(result('1.0')).toEqual([
      'bpod.trial_types trial_types',
      'cameras[0].paths cameras',
      'cameras[0].ttl_id cameras',
    ]);
    expect(result('pipeline')).toEqual(['cameras[0].paths cameras', 'cameras[0].order cameras']);
  });

  it.each(profiles)('gives back every imported file of profile %s, up to formatting', (profile) => {
    fc.assert(
      fc.property(anyDocument(profile), fc.constantFrom(ZONE, 'UTC', 'America/St_Johns'), (document, zone) => {
        const session = sessionToPortal(document, zone);
        const { text, missing } = exportSession(session, profile, zone);
        expect(missing).toBeNull();
        expect(text).toBe(writeSessionToml(document, profile));
        const { value } = validateSessionToml(text ?? '', profile);
        expect(value && sessionToPortal(value, zone)).toEqual(session);
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});
