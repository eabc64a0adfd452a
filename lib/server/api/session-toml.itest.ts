import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyDocument } from '@/lib/formats/session-toml/fixtures/arbitrary';
import { validateSessionToml } from '@/lib/formats/session-toml/validate';
import { writeSessionToml } from '@/lib/formats/session-toml/write';
import { sql, query, queryOne } from '@/lib/server/db/sql';
import { exportSessionToml } from '@/lib/server/operations/export-session';
import { importSessions, type ImportInput } from '@/lib/server/operations/import-sessions';
import { choiceKey, type ImportReport } from '@/lib/server/operations/import-report';
import { sessionFilesIn } from '@/lib/server/operations/session-files';
import { findPortalSession } from '@/lib/server/queries/portal-session';
import type { UserViewer } from '@/lib/server/viewer';
import { apiAs } from '@/test/api';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { readBody } from './import';
import { handleValidate } from './validate';

const folder = path.resolve('lib/formats/session-toml/fixtures');
const fixture = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const valid = fixture('valid.toml');
const published = fixture('published-example.toml');
const textOf = (bytes: Uint8Array | null) => new TextDecoder().decode(bytes ?? new Uint8Array());
/** The same file with another value for a key of [session]. */
const having = (key: string, value: string, text = valid) =>
  text.replace(new RegExp(`^${key} = .*$`, 'm'), `${key} = ${JSON.stringify(value)}`);

let lab: Awaited<ReturnType<typeof makeLab>>;
let pi: UserViewer;
let strain: string;
let count = 0;

const newProject = async () => String((await make(pi, 'project', { name: `Import ${(count += 1)}` })).id);
const importTexts = (project: string, texts: Record<string, string>, options: Partial<ImportInput> = {}) =>
  importSessions(pi, {
    project,
    strain,
    ...options,
    files: Object.entries(texts).map(([name, text]) => ({ name, bytes: strToU8(text) })),
  });
const sessionsIn = async (project: string) =>
  (
    await query<{ id: string }>(
      sql`SELECT source_id::text AS id FROM session_projects WHERE target_id = ${project}::uuid AND live`,
    )
  ).map(({ id }) => id);
/** Everything that a write would leave a mark on. */
const marks = () =>
  queryOne(sql`SELECT (SELECT count(*)::int FROM audit_log) AS audit, (SELECT count(*)::int FROM session) AS sessions, (SELECT count(*)::int FROM subject) AS subjects,
    (SELECT sum(version)::int FROM session) AS versions, (SELECT sum(version)::int FROM recordingfiles) AS recordings, (SELECT sum(version)::int FROM sessionsubject) AS ages`);

beforeAll(async () => {
  const catalogue = await makeCatalogue();
  lab = await makeLab(catalogue);
  pi = lab.pi;
  strain = String(catalogue.strain.id);
});

describe('import', () => {
  it('makes the session with its subject and recording files, and exports the same file', async () => {
    const project = await newProject();
    const report = await importTexts(project, { 'a/session.toml': valid });
    expect(report.files[0]).toMatchObject({ status: 'create', subject: { status: 'create' }, problems: [] });
    const [id = ''] = await sessionsIn(project);
    const { value } = validateSessionToml(valid);
    const file = await exportSessionToml(pi, id, '1.0');
    expect(value && textOf(file.bytes)).toBe(value && writeSessionToml(value));
    expect((await exportSessionToml(pi, id, '1.0')).hash).toBe(file.hash);
  });

  it('changes nothing when the same file comes again', async () => {
    const project = await newProject();
    await importTexts(project, { 'session.toml': valid });
    const before = await marks();
    const again = await importTexts(project, { 'session.toml': valid });
    expect(again.files[0]).toMatchObject({ status: 'unchanged', fields: [], conflicts: [] });
    expect(await marks()).toEqual(before);
  });

  it('says in a dry run what it would do, and does not do it', async () => {
    const project = await newProject();
    const before = await marks();
    const report = await importTexts(project, { 'session.toml': valid }, { dryRun: true });
    expect(report).toMatchObject({ dry_run: true, counts: { create: 1 }, files: [{ session: { id: null } }] });
    expect(await marks()).toEqual(before);
    const real = await importTexts(project, { 'session.toml': valid });
    expect(real.files[0]?.fields).toEqual(report.files[0]?.fields);
    const number = await queryOne<{ number: number }>(
      sql`SELECT number FROM session WHERE id = ${(await sessionsIn(project))[0]}`,
    );
    expect(number?.number).toBeGreaterThan(0);
    const changed = await importTexts(
      project,
      { 'session.toml': having('description', 'Another day') },
      { dryRun: true },
    );
    expect(changed.files[0]).toMatchObject({
      status: 'update',
      fields: [{ field: 'description', after: '<p>Another day</p>' }, { field: 'as_written' }],
    });
  });

  it('reports a bad file and imports the others', async () => {
    const project = await newProject();
    const report = await importTexts(project, { bad: published, good: valid, worse: 'x = [', same: valid });
    expect(report.files.map(({ status }) => status)).toEqual(['invalid', 'create', 'invalid', 'invalid']);
    expect(report.files[0]?.problems.every(({ line }) => line !== null && line > 0)).toBe(true);
    expect(report.files[3]?.problems[0]?.code).toBe('same-session');
    expect(await sessionsIn(project)).toHaveLength(1);
  });

  it('asks for the strain of a new subject, and leaves out only its file', async () => {
    const project = await newProject();
    await importTexts(project, { known: valid });
    const files = { known: having('id', 'second'), fresh: having('id', 'third', having('subject_id', 'mouse_new')) };
    const report = await importTexts(project, files, { strain: null });
    expect(report.files.map(({ status }) => status)).toEqual(['create', 'invalid']);
    expect(report.files[1]?.problems[0]).toMatchObject({
      code: 'strain-needed',
      path: 'session.subject_id',
      line: 3,
      column: 14,
    });
    expect(await query(sql`SELECT 1 FROM subject WHERE name = 'mouse_new'`)).toHaveLength(0);
  });

  it('reports what is too long for the portal at its place in the file', async () => {
    const report = await importTexts(await newProject(), { 'session.toml': having('genotype', 'x'.repeat(201)) });
    expect(report.files[0]?.problems[0]).toMatchObject({ path: 'session.genotype', severity: 'error' });
  });

  it('finds the subject by its identifier and still writes the file as it was', async () => {
    const project = await newProject();
    const { value } = validateSessionToml(valid);
    const { subject_id = '', sex, genotype } = value?.session ?? {};
    await make(pi, 'subject', {
      name: 'Lisbon 7',
      subject_identifier: subject_id,
      sex,
      genotype,
      strain,
      projects: [project],
    });
    const report = await importTexts(project, { 'session.toml': valid });
    expect(report.files[0]?.subject).toEqual({ name: 'Lisbon 7', status: 'existing' });
    const [id = ''] = await sessionsIn(project);
    expect(textOf((await exportSessionToml(pi, id, '1.0')).bytes)).toBe(value && writeSessionToml(value));
  });
});

describe('conflicts', () => {
  const clash = async () => {
    const project = await newProject();
    await importTexts(project, { 'session.toml': valid });
    const [id = ''] = await sessionsIn(project);
    return { project, id, file: having('genotype', 'Another/+') };
  };

  it('writes nothing until somebody has chosen', async () => {
    const { project, file } = await clash();
    const before = await marks();
    await expect(importTexts(project, { 'session.toml': file, other: having('id', 'other') })).rejects.toMatchObject({
      code: 'conflict',
      status: 409,
    });
    expect(await marks()).toEqual(before);
  });

  it('keeps the portal’s value, which the export then gives', async () => {
    const { project, id, file } = await clash();
    const report = await importTexts(project, { 'session.toml': file }, { onConflict: 'keep' });
    expect(report.files[0]?.conflicts).toMatchObject([{ field: 'genotype', file: 'Another/+', choice: 'keep' }]);
    expect(textOf((await exportSessionToml(pi, id, '1.0')).bytes)).not.toContain('Another/+');
  });

  it('overwrites where a person chose so', async () => {
    const { project, id, file } = await clash();
    await importTexts(
      project,
      { 'session.toml': file },
      { choices: { [choiceKey('session.toml', 'genotype')]: 'overwrite' } },
    );
    expect(textOf((await exportSessionToml(pi, id, '1.0')).bytes)).toContain('genotype = "Another/+"');
  });
});

describe('round trips', () => {
  it.each(['1.0', 'pipeline'] as const)(
    'gives back every file of profile %s, and imports what it exports without a change',
    async (profile) => {
      await fc.assert(
        fc.asyncProperty(anyDocument(profile), async (document) => {
          const project = await newProject();
          const file = writeSessionToml(document, profile);
          const report = await importTexts(project, { file }, { profile });
          expect(report.files[0]?.problems).toEqual([]);
          const [id = ''] = await sessionsIn(project);
          const exported = textOf((await exportSessionToml(pi, id, profile)).bytes);
          expect(exported).toBe(file);
          const again = await importTexts(project, { file: exported }, { profile });
          expect(again.files[0]).toMatchObject({ status: 'unchanged', fields: [] });
        }),
        { numRuns: 40, seed: 7 },
      );
    },
  );

  it('keeps a session that was made in the portal', async () => {
    const project = await newProject();
    const session = await make(pi, 'session', {
      name: 'By hand',
      projects: [project],
      date_time: '2026-03-29T00:30:00.250Z',
      experimenter: 'Ana',
      description: '<p>A <strong>bold</strong> step</p><ul><li>one</li></ul>',
    });
    const subject = await make(pi, 'subject', {
      name: 'mouse_9',
      sex: 'M',
      genotype: 'WT',
      strain,
      projects: [project],
    });
    await make(pi, 'sessionsubject', { session: session.id, subject: subject.id, age: 'P90D' });
    await make(pi, 'recordingfiles', {
      session: session.id,
      bpod_path: '',
      bpod_order: 'name_asc',
      ttls: [{ id: 'ttl_camera', description: 'Frames', paths: 'TTLs/*.txt' }],
      cameras: [{ id: 'top', description: 'Top', paths: 'Video/*.avi', order: 'name_asc', ttl_id: 'ttl_camera' }],
    });
    const before = await findPortalSession(pi, session.id);
    const exported = await exportSessionToml(pi, session.id, '1.0');
    const report = await importTexts(project, { 'session.toml': textOf(exported.bytes) });
    expect(report.files[0]?.fields.map(({ field }) => field)).toEqual(['as_written']);
    const after = await findPortalSession(pi, session.id);
    expect({ ...after?.session, as_written: {} }).toEqual({ ...before?.session, as_written: {} });
    expect(textOf((await exportSessionToml(pi, session.id, '1.0')).bytes)).toBe(textOf(exported.bytes));
  });
});

describe('all or nothing', () => {
  it('leaves nothing behind when the connection dies in the middle', async () => {
    const project = await newProject();
    const before = await marks();
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`f${at}`, having('id', `killed_${at}`)]));
    let killed: Promise<unknown> | null = null;
    const work = importSessions(
      pi,
      { project, strain, files: Object.entries(files).map(([name, text]) => ({ name, bytes: strToU8(text) })) },
      (done) => {
        const others = sql`SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
          WHERE l.locktype = 'advisory' AND d.datname = current_database() AND l.pid <> pg_backend_pid()`;
        if (done === 10) killed = query(others);
      },
    );
    await expect(work).rejects.toMatchObject({ code: 'unavailable', status: 503 });
    await killed;
    expect(killed).not.toBeNull();
    expect(await marks()).toEqual(before);
    expect((await importTexts(project, files)).counts.create).toBe(20);
  });

  it('makes one session of two imports at once', async () => {
    const project = await newProject();
    const reports = await Promise.all([importTexts(project, { a: valid }), importTexts(project, { a: valid })]);
    expect(reports.map(({ files }) => files[0]?.status).sort()).toEqual(['create', 'unchanged']);
  });
});

describe('access', () => {
  it('needs a contributor, and does not say that other projects exist', async () => {
    const { viewer } = await makePerson();
    const input = { project: String(lab.project.id), strain, files: [{ name: 'f', bytes: strToU8(valid) }] };
    await expect(importSessions(viewer, input)).rejects.toMatchObject({ status: 404 });
    await change(pi, 'project', lab.project.id, { users: { [viewer.email]: {} } });
    await expect(importSessions(viewer, input)).rejects.toMatchObject({ status: 403 });
  });
});

describe('zip', () => {
  const bytes = (entries: Record<string, string | Uint8Array>) =>
    zipSync(
      Object.fromEntries(
        Object.entries(entries).map(([name, content]) => [
          name,
          typeof content === 'string' ? strToU8(content) : content,
        ]),
      ),
    );

  it('finds the session.toml files of a tree and nothing else', () => {
    const zip = bytes({
      'x/session.toml': valid,
      '../../etc/session.toml': valid,
      'x/M1.session.toml': valid,
      'x/pyproject.toml': 'a = 1',
      '__MACOSX/x/session.toml': 'x',
      'x/v.avi': 'v',
    });
    expect(sessionFilesIn('tree.zip', zip).map(({ name }) => name)).toEqual([
      'x/session.toml',
      '../../etc/session.toml',
      'x/M1.session.toml',
    ]);
  });

  it('stops at a bomb and at damage', () => {
    const bomb = bytes({ 'session.toml': new Uint8Array(64 * 1024 * 1024) });
    expect(sessionFilesIn('bomb.zip', bomb)[0]?.bytes.byteLength).toBe(1024 * 1024 + 1);
    const many = bytes(
      Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`${at}/session.toml`, new Uint8Array(1024 * 1024)])),
    );
    expect(() => sessionFilesIn('many.zip', many)).toThrow(/more than 64 MiB/);
    const damaged = bytes({ 'session.toml': valid });
    damaged.fill(7, 45, 80);
    expect(sessionFilesIn('damaged.zip', damaged)[0]?.fault).toMatch(/damaged/);
    expect(() => sessionFilesIn('cut.zip', bytes({ 'session.toml': valid }).subarray(0, 100))).toThrow(/damaged/);
  });
});

describe('over HTTP', () => {
  const at = (project: string, query = '') => `private/stem/session/import?project=${project}&strain=${strain}${query}`;

  it('refuses many small zips that come to much', async () => {
    const zip = zipSync(
      Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`${at}/session.toml`, new Uint8Array(1024 * 1024)])),
    );
    const form = new FormData();
    for (const name of ['a.zip', 'b.zip']) form.append('files', new File([new Uint8Array(zip)], name));
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    await expect(readBody(request)).rejects.toMatchObject({ code: 'too_large' });
  });

  it('imports a file, a zip with a bad file, and a form; and downloads twice the same bytes', async () => {
    const send = await apiAs(pi);
    const project = await newProject();
    const file = await send('POST', at(project), valid, { 'content-type': 'application/toml' });
    expect(file.status).toBe(200);
    const zip = zipSync({ 'a/session.toml': strToU8(having('id', 'zipped')), 'b/session.toml': strToU8(published) });
    const zipped = await send('POST', at(project), zip, { 'content-type': 'application/zip' });
    expect((zipped.body as ImportReport).files.map(({ file: name, status }) => [name, status])).toEqual([
      ['a/session.toml', 'create'],
      ['b/session.toml', 'invalid'],
    ]);
    const form = new FormData();
    form.set('project', project);
    for (const name of ['one', 'two']) form.append('files', new File([having('id', name)], 'session.toml'));
    const posted = await send('POST', 'private/stem/session/import', form);
    expect((posted.body as ImportReport).files.map(({ file: name, status }) => [name, status])).toEqual([
      ['session.toml', 'create'],
      ['session.toml (2)', 'create'],
    ]);

    const id = (file.body as ImportReport).files[0]?.session?.id;
    const [first, second] = [
      await send('GET', `private/stem/session/${id}/session.toml`),
      await send('GET', `private/stem/session/${id}/session.toml/`),
    ];
    expect(first.status).toBe(200);
    expect(second.text).toBe(first.text);
    expect(validateSessionToml(first.text).valid).toBe(true);
    const etag = first.headers.get('etag') ?? '';
    expect(second.headers.get('etag')).toBe(etag);
    expect(
      (await send('GET', `private/stem/session/${id}/session.toml`, undefined, { 'if-none-match': etag })).status,
    ).toBe(304);
    expect(first.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.session\.toml"/);
    expect((await send('GET', `private/stem/session/${id}/session.toml?profile=2`)).status).toBe(400);
  });

  it('lists what is missing, with the page where it goes', async () => {
    const send = await apiAs(pi);
    const answer = await send('GET', `private/stem/session/${lab.session.id}/session.toml`);
    expect(answer.status).toBe(400);
    const { code, missing } = answer.body as { code: string; missing: { path: string; url: string }[] };
    expect(code).toBe('incomplete');
    expect(missing.map((one) => one.path)).toEqual(
      expect.arrayContaining(['session.experimenter', 'session.subject_id', 'TTLs', 'cameras']),
    );
    expect(
      missing.every(({ url }) => url.startsWith(`http://localhost:3000/sessions/${lab.session.id}/edit?tab=`)),
    ).toBe(true);
  });

  it('answers 409 with the conflicts, 400 when no file is good, 404 to strangers', async () => {
    const send = await apiAs(pi);
    const project = await newProject();
    await send('POST', at(project), valid);
    const conflict = await send(
      'POST',
      at(project),
      having('sex', validateSessionToml(valid).value?.session.sex === 'F' ? 'M' : 'F'),
    );
    expect(conflict.status).toBe(409);
    expect((conflict.body as ImportReport).files[0]?.conflicts).toHaveLength(1);
    expect((await send('POST', at(project), published)).status).toBe(400);
    expect((await send('POST', at(project, '&dry_run=true'), published)).status).toBe(200);
    const stranger = await apiAs((await makePerson()).viewer);
    expect((await stranger('POST', at(project), valid)).status).toBe(404);
    const [id = ''] = await sessionsIn(project);
    expect((await stranger('GET', `private/stem/session/${id}/session.toml`)).status).toBe(404);
    const nobody = await apiAs(null);
    expect((await nobody('GET', `private/stem/session/${id}/session.toml`)).status).toBe(401);
    expect((await nobody('GET', `public/stem/session/${id}/session.toml`)).status).toBe(404);
    await change(pi, 'project', project, { is_public: true });
    expect((await nobody('GET', `public/stem/session/${id}/session.toml`)).text).toBe(
      (await send('GET', `private/stem/session/${id}/session.toml`)).text,
    );
  });

  it('validates for anyone', async () => {
    const ask = (body: BodyInit, query = '') =>
      handleValidate(
        new Request(`http://localhost:3000/api/public/session-toml/validate${query}`, { method: 'POST', body }),
      );
    expect(await (await ask(valid)).json()).toMatchObject({ valid: true, profile: '1.0' });
    const refused = (await (await ask(published)).json()) as { valid: boolean; problems: unknown[] };
    expect(refused.valid).toBe(false);
    expect(refused.problems.length).toBeGreaterThan(5);
    expect((await ask('x'.repeat(1024 * 1024 + 1))).status).toBe(413);
    expect((await ask(Uint8Array.of(0x61, 0xff, 0xfe))).status).toBe(400);
    expect((await ask(valid, '?profile=9')).status).toBe(400);
  });
});
