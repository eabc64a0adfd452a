import { describe, expect, test } from 'vitest';
import { storageProtocols } from '@/lib/vocabularies/choices';
import { storagePlace, type FolderNames, type Storage } from './index';
import { spell } from './spell';

const named = (name: string, name_used_in_storage = '') => ({ id: name, name, name_used_in_storage });
const names: FolderNames = {
  session: named('Day 3'),
  projects: [named('Whisker decisions', 'WD')],
  subjects: [named('AO-01')],
  collections: [],
  cohorts: [],
  year: '2026',
};
const storage = (levels: string[], ...protocols: [string, string][]): Storage => ({
  id: 'nas',
  name: 'NAS',
  data_organization: levels.map((elements) => ({ elements })),
  data_protocols: protocols.map(([protocol, path]) => ({ protocol, path })),
});
const texts = (protocol: string, root: string, folders = ['WD', 'Day 3']) =>
  spell(protocol, root, folders).map(({ text }) => text);

describe('a place by each protocol', () => {
  test('SMB is written for Windows and for the others, however it was given', () => {
    const both = ['\\\\nas.lab\\data\\WD\\Day 3', 'smb://nas.lab/data/WD/Day%203'];
    for (const root of [
      '\\\\nas.lab\\data',
      '\\\\nas.lab\\data\\',
      '//nas.lab/data/',
      'smb://nas.lab/data',
      'nas.lab/data',
    ])
      expect(texts('SMB/CIFS', root)).toEqual(both);
    expect(texts('SMB/CIFS', 'Z:\\data')).toEqual(['Z:\\data\\WD\\Day 3']);
    expect(texts('SMB/CIFS', '/mnt/nas')).toEqual(['/mnt/nas/WD/Day 3']);
  });

  test('a local disk keeps the spelling of its system', () => {
    expect(texts('Local harddrive', 'D:\\rig')).toEqual(['D:\\rig\\WD\\Day 3']);
    expect(texts('Local harddrive', 'D:/rig/')).toEqual(['D:\\rig\\WD\\Day 3']);
    expect(texts('Local harddrive', '/data/')).toEqual(['/data/WD/Day 3']);
    expect(texts('Local harddrive', '/', [])).toEqual(['/']);
  });

  test('NFS is an export or a mounted path', () => {
    expect(texts('NFS', 'nas:/export/data')).toEqual(['nas:/export/data/WD/Day 3']);
    expect(texts('NFS', 'nfs://nas/export')).toEqual(['nas:/export/WD/Day 3']);
    expect(texts('NFS', '/mnt/data')).toEqual(['/mnt/data/WD/Day 3']);
  });

  test('SFTP is written for scp and for a client', () => {
    const both = ['amara@nas:/neuro/WD/Day 3', 'sftp://amara@nas/neuro/WD/Day%203'];
    for (const root of ['sftp://amara@nas/neuro', 'amara@nas:/neuro', 'amara@nas/neuro/'])
      expect(texts('SFTP', root)).toEqual(both);
    expect(texts('SFTP', 'sftp://nas:2222/neuro')).toEqual(['nas:/neuro/WD/Day 3', 'sftp://nas:2222/neuro/WD/Day%203']);
    expect(texts('SFTP', 'nas:neuro')).toEqual(['nas:neuro/WD/Day 3']);
    expect(texts('SFTP', '/neuro')).toEqual(['/neuro/WD/Day 3']);
  });

  test('S3 is a bucket or its web address', () => {
    for (const root of ['s3://lab-data/raw', 'lab-data/raw/'])
      expect(texts('S3', root)).toEqual(['s3://lab-data/raw/WD/Day 3']);
    expect(texts('S3', 'https://lab.s3.amazonaws.com')).toEqual(['https://lab.s3.amazonaws.com/WD/Day%203']);
  });

  test('a web address is a link', () => {
    const href = 'https://data.lab/neuro/WD/Day%203';
    expect(spell('HTTPS/Web', 'https://data.lab/neuro/', ['WD', 'Day 3'])).toEqual([{ where: '', text: href, href }]);
    expect(texts('HTTPS/Web', 'data.lab/neuro')).toEqual([href]);
    expect(spell('Dropbox (Cloud solution)', 'https://dropbox.com/home', ['WD'])[0]?.href).toBe(
      'https://dropbox.com/home/WD',
    );
    expect(spell('HTTPS/Web', 'javascript://x', [])[0]?.href).toBeNull();
  });

  test('every protocol that is offered, and any other, gives a line', () => {
    for (const protocol of [...storageProtocols.map(({ code }) => code), 'AFP'])
      expect(spell(protocol, 'root', ['a'])[0]?.text).toContain('a');
    expect(texts('Globus', 'lab#endpoint:/raw')).toEqual(['lab#endpoint:/raw/WD/Day 3']);
  });

  test('a name in storage may hold several folders', () => {
    expect(texts('Local harddrive', '/data', ['2026/WD\\raw'])).toEqual(['/data/2026/WD/raw']);
  });
});

describe('the folders of a session', () => {
  const lines = (place: ReturnType<typeof storagePlace>) => place.lines.map(({ text }) => text);

  test('follow the organisation, by the names used in storage', () => {
    const nas = storage(['Years', 'Projects', 'Subjects', 'Sessions'], ['NFS', '/mnt'], ['S3', 'lab']);
    expect(lines(storagePlace(nas, names))).toEqual(['/mnt/2026/WD/AO-01/Day 3', 's3://lab/2026/WD/AO-01/Day 3']);
    expect(storagePlace(nas, names).missing).toEqual([]);
  });

  test('several subjects have a line each, and no more than anyone reads', () => {
    const nas = storage(['Subjects', 'Sessions'], ['NFS', '/mnt']);
    expect(lines(storagePlace(nas, { ...names, subjects: [named('A'), named('B')] }))).toEqual([
      '/mnt/A/Day 3',
      '/mnt/B/Day 3',
    ]);
    const many = Array.from({ length: 20 }, (_, index) => named(`S${index}`));
    expect(lines(storagePlace(nas, { ...names, subjects: many }))).toHaveLength(6);
  });

  test('end where something is not known, which is said', () => {
    const nas = storage(['Projects', 'Cohorts', 'Sessions'], ['NFS', '/mnt']);
    const place = storagePlace(nas, names);
    expect(lines(place)).toEqual(['/mnt/WD']);
    expect(place.missing).toMatchObject([{ at: 'cohorts' }]);
    const undated = storagePlace(storage(['Years'], ['NFS', '/mnt']), { ...names, year: null });
    expect(undated.missing).toMatchObject([{ at: 'date_time' }]);
  });

  test('a storage that is not described says so', () => {
    expect(storagePlace(storage(['Projects']), names)).toMatchObject({
      lines: [],
      missing: [{ at: 'data_protocols' }],
    });
    const flat = storagePlace(storage([], ['NFS', '/mnt']), { ...names, session: named('Day 3', 'day3') });
    expect(flat).toMatchObject({ lines: [{ text: '/mnt/day3' }], missing: [{ at: 'data_organization' }] });
  });
});
