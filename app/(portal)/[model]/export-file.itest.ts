import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { modelNamed } from '@/lib/models';
import type { Viewer } from '@/lib/server/viewer';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import type { ExportFormat } from '@/components/table/export-format';
import { exportFile, parseExportRequest } from './export-file';

const session = modelNamed('session');

async function textOf(viewer: Viewer, format: ExportFormat, query: string, ids?: readonly string[]): Promise<string> {
  let text = '';
  for await (const part of exportFile(viewer, session, { format, query, ...(ids ? { ids } : {}) }).batches)
    text += part;
  return text;
}
const cells = async (...given: Parameters<typeof textOf>) => parse(await textOf(...given)) as string[][];

describe('exporting what a list shows', () => {
  let lab: Awaited<ReturnType<typeof makeLab>>;
  let other: Awaited<ReturnType<typeof makeLab>>;
  let ids: string[];
  beforeAll(async () => {
    const catalogue = await makeCatalogue();
    [lab, other] = [await makeLab(catalogue), await makeLab(catalogue)];
    const day = (date: number, more: object) => ({
      projects: [lab.project.id],
      date_time: `2026-03-${date}T09:30:00Z`,
      ...more,
    });
    const made = [
      await make(lab.pi, 'session', day(20, { name: 'Odd "day", wet', experimenter: '=HYPERLINK("http://x")' })),
      await make(lab.pi, 'session', day(21, { name: 'B', tags: ['pilot'] })),
    ];
    ids = made.map(({ id }) => String(id));
    await make(lab.pi, 'sessionsubject', { session: ids[1], subject: lab.subject.id });
    await make(other.pi, 'session', { name: 'Elsewhere', projects: [other.project.id] });
  });

  test('has the columns and the order of the list, titles for ids, and runs nothing', async () => {
    expect(await cells(lab.pi, 'csv', 'sort=name&cols=name,experimenter,projects,date_time,subjects')).toEqual([
      ['Name', 'Experimenter', 'Projects', 'Date and time (Europe/Lisbon)', 'Subjects'],
      ['B', '', lab.project.name, '2026-03-21 09:30', 'M1'],
      ['Odd "day", wet', `'=HYPERLINK("http://x")`, lab.project.name, '2026-03-20 09:30', ''],
      ['S1', '', lab.project.name, '2026-03-14 09:30', ''],
    ]);
  });

  test('follows the filters and the usual order, and has only the rows chosen', async () => {
    expect((await cells(lab.pi, 'csv', 'f.tags=pilot')).slice(1).map(([name]) => name)).toEqual(['B']);
    expect((await cells(lab.pi, 'csv', '')).slice(1).map(([name]) => name)).toEqual(['B', 'Odd "day", wet', 'S1']);
    const chosen = await cells(lab.pi, 'csv', 'f.tags=pilot&cols=name', [ids[0] ?? '']);
    expect(chosen).toEqual([['Name'], ['Odd "day", wet']]);
  });

  test('is marked for Excel where that is wanted, and named by model and day', async () => {
    expect((await textOf(lab.pi, 'csv-excel', '')).charCodeAt(0)).toBe(0xfeff);
    expect((await textOf(lab.pi, 'csv', '')).startsWith('Name,')).toBe(true);
    const { name } = exportFile(lab.pi, session, { format: 'csv', query: '', ids });
    expect(name).toMatch(/^sessions-selected-\d{4}-\d{2}-\d{2}\.csv$/);
  });

  test('as NDJSON has whole records', async () => {
    const lines = (await textOf(lab.pi, 'ndjson', 'f.tags=pilot&cols=name')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ name: 'B', tags: ['pilot'], epochs: [] }]);
  });

  test('has nothing of another laboratory, neither rows nor titles', async () => {
    const { viewer: guest, email } = await makePerson();
    await change(lab.pi, 'project', lab.project.id, { users: { [email]: {} } });
    const both = await make(lab.pi, 'project', { name: 'Kept to ourselves' });
    await change(lab.pi, 'session', ids[1] ?? '', { projects: [lab.project.id, both.id] });
    const seen = await textOf(guest, 'csv', 'cols=name,projects');
    expect(seen).toContain(String(lab.project.name));
    expect(seen).not.toContain('Kept to ourselves');
    expect(await textOf(other.pi, 'csv', '', ids)).toBe(
      'Name,Projects,Date and time (Europe/Lisbon),Experimenter,Subjects\r\n',
    );
    expect(await textOf(other.pi, 'ndjson', '')).not.toContain(ids[0]);
  });

  test.each([[null], [{ format: 'xls', query: '' }], [{ format: 'csv' }], [{ format: 'csv', query: '', ids: 'x' }]])(
    'refuses what it does not understand: %j',
    (body) => {
      expect(() => parseExportRequest(body)).toThrow('can’t be understood');
    },
  );
});
