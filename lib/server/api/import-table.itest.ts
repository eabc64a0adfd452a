import { beforeAll, describe, expect, it } from 'vitest';
import type { TableReport } from '@/lib/formats/tables/report';
import { makeCatalogue, makeLab } from '@/test/lab';
import { slowRequest } from '@/test/slow-request';
import { csvOf } from '@/test/tables';
import { createToken } from '../auth/tokens';
import { handleTableImport, handleTables, handleTableTemplate, handleTableUndo } from './import-table';

let token: string;
let rows: Readonly<Record<string, string>>[];

beforeAll(async () => {
  const catalogue = await makeCatalogue();
  const lab = await makeLab(catalogue);
  ({ token } = await createToken({ userId: lab.pi.id, name: 'test' }));
  rows = ['R1', 'R2'].map((name) => ({
    project__name: String(lab.project.name),
    subject__name: name,
    subject__strain: String(catalogue.strain.name),
  }));
});

const address = (path: string) => `http://localhost:3000/api/private/import/${path}`;
type Options = { as?: string | null; body?: BodyInit; headers?: Record<string, string>; signal?: AbortSignal };
function ask(path: string, { as = token, body, headers = {}, signal }: Options = {}): Request {
  return new Request(address(path), {
    method: body === undefined && !path.startsWith('undo') ? 'GET' : 'POST',
    headers: { ...(as ? { authorization: `Bearer ${as}` } : {}), ...headers },
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  });
}
/** A view of shared memory is the only body that fetch can't take; tests make none. */
const csv = (given = rows) => csvOf(given) as Uint8Array<ArrayBuffer>;
const linesOf = async (response: Response) =>
  (await response.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it('tells which tables there are and gives their templates', async () => {
  const listed = (await (await handleTables(ask(''))).json()) as {
    tables: { name: string; columns: { name: string }[] }[];
  };
  expect(listed.tables).toHaveLength(11);
  expect(listed.tables.find(({ name }) => name === 'subjects')?.columns[0]?.name).toBe('project__name');
  const template = await handleTableTemplate(ask('subjects/'), 'subjects');
  expect(template.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(template.headers.get('content-disposition')).toBe('attachment; filename="subjects.csv"');
  expect(await template.text()).toMatch(/^project__name,subject__name,/);
  expect((await handleTableTemplate(ask('nothing/'), 'nothing')).status).toBe(404);
});

it('is for people who are signed in', async () => {
  const nobody = { as: null, body: csv() };
  expect((await handleTables(ask('', { as: null }))).status).toBe(401);
  expect((await handleTableTemplate(ask('subjects/', { as: null }), 'subjects')).status).toBe(401);
  expect((await handleTableImport(ask('subjects/?dry_run=true', nobody), 'subjects')).status).toBe(401);
  expect((await handleTableUndo(ask('undo/x', { as: null }), 'x')).status).toBe(401);
});

describe('a file', () => {
  it('is checked, imported and undone', async () => {
    const checked = await handleTableImport(
      ask('subjects/?dry_run=true&file_name=mice.csv', { body: csv() }),
      'subjects',
    );
    expect(checked.status).toBe(200);
    const plan = (await checked.json()) as TableReport;
    expect(plan).toMatchObject({ dry_run: true, counts: { create: 2 }, file: { name: 'mice.csv' } });

    const form = new FormData();
    form.append('file', new File([csv()], 'mice.csv'));
    form.append('checked', plan.file.hash);
    const done = await handleTableImport(ask('subjects/', { body: form }), 'subjects');
    const report = (await done.json()) as TableReport;
    expect([done.status, report.counts.create]).toEqual([200, 2]);
    expect((await handleTableUndo(ask(`undo/${report.id}/`), String(report.id))).status).toBe(204);
    expect((await handleTableUndo(ask(`undo/${report.id}/`), String(report.id))).status).toBe(409);
  });

  it('with problems is a 400 with the report', async () => {
    const bad = csv([{ ...rows[0], subject__sex: 'X' }]);
    const plan = (await (
      await handleTableImport(ask('subjects/?dry_run=1', { body: bad }), 'subjects')
    ).json()) as TableReport;
    const refused = await handleTableImport(ask(`subjects/?checked=${plan.file.hash}`, { body: bad }), 'subjects');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ code: 'invalid', problems: [{ column: 'subject__sex', rows: [2] }] });
  });

  it.each([
    ['subjects/', 'checked'],
    ['subjects/?dry_run=perhaps', 'dry_run'],
    ['subjects/?dry_run=1&on_difference=ask', 'on_difference'],
    ['subjects/?dry_run=1&choices=[1]', 'choices'],
    ['subjects/?dry_run=1&choices={"2":"maybe"}', 'choices'],
  ])('%s is refused at %s', async (path, field) => {
    const response = await handleTableImport(ask(path, { body: csv() }), 'subjects');
    expect(response.status).toBe(400);
    expect(Object.keys((await response.json()) as object)).toEqual([field]);
  });

  it('may be missing from a form, which is said', async () => {
    const form = new FormData();
    form.append('dry_run', 'true');
    const response = await handleTableImport(ask('subjects/', { body: form }), 'subjects');
    expect([response.status, await response.json()]).toEqual([400, { file: ['Send the file as “file”.'] }]);
  });

  it('is too large beyond 20 MiB', async () => {
    const body = new Uint8Array(22 * 1024 * 1024);
    expect((await handleTableImport(ask('subjects/?dry_run=1', { body }), 'subjects')).status).toBe(413);
  });
});

describe('in lines', () => {
  const headers = { accept: 'application/x-ndjson' };

  it('it tells how far it is, and ends with the report or the failure', async () => {
    const response = await handleTableImport(ask('subjects/?dry_run=1', { body: csv(), headers }), 'subjects');
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = await linesOf(response);
    expect(lines.slice(0, -1)).toContainEqual({ done: 2, total: 2 });
    expect(lines.at(-1)).toMatchObject({ report: { counts: { create: 2 } } });
    const failed = await linesOf(await handleTableImport(ask('subjects/', { body: csv(), headers }), 'subjects'));
    expect(failed).toEqual([
      { error: { code: 'invalid', message: expect.stringMatching(/^Check the file first/) as string } },
    ]);
  });

  it('going away ends the import, which has then written nothing', async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ ...rows[0], subject__name: `Gone ${index}` }));
    const dry = await handleTableImport(ask('subjects/?dry_run=1', { body: csv(many) }), 'subjects');
    const { file } = (await dry.json()) as TableReport;
    const going = ask(`subjects/?checked=${file.hash}`, { body: csv(many), headers });
    const reader = (await handleTableImport(going, 'subjects')).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    // The next import waits for its turn, which is when the one before has ended.
    const after = await handleTableImport(ask('subjects/?dry_run=1', { body: csv(many) }), 'subjects');
    expect(((await after.json()) as TableReport).counts).toMatchObject({ create: 500, unchanged: 0 });
  });
});

it('imports of one person wait unread while two others are under way, also those that answer line by line', async () => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv', accept: 'application/x-ndjson' };
  const begin = () => {
    const slow = slowRequest(address('subjects/?dry_run=true'), headers, new TextDecoder().decode(csv()));
    return { ...slow, answer: handleTableImport(slow.request, 'subjects') };
  };
  const all = [begin(), begin(), begin()];
  await expect.poll(() => all.map(({ isRead }) => isRead())).toEqual([true, true, false]);
  all[0]?.end();
  await expect.poll(() => all[2]?.isRead()).toBe(true);
  for (const { end } of all) end();
  for (const { answer } of all)
    expect((await linesOf(await answer)).at(-1)).toMatchObject({ report: { dry_run: true } });
});
