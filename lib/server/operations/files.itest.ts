import { beforeAll, describe, expect, it } from 'vitest';
import { imagesIn, parseFileAddress } from '@/lib/declare/files';
import type { AnyRecord } from '@/lib/declare/model';
import { modelNamed, type ModelName } from '@/lib/models';
import { makeBomb, makeImage, makePhoto, pdf, svg } from '@/test/images';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { query, sql } from '../db/sql';
import { sweepFiles } from '../storage/sweep';
import { getStore } from '../storage/current';
import { anonymousViewer, type UserViewer, type Viewer } from '../viewer';
import { saveDraft } from './drafts';
import { getRecord } from './get';
import { readableFile } from './read-file';
import { removeRecord } from './remove';
import { restoreRecords } from './restore';
import { uploadFile } from './upload-file';

let lab: Awaited<ReturnType<typeof makeLab>>;
let other: Awaited<ReturnType<typeof makeLab>>;
let colleague: UserViewer;
let stranger: UserViewer;

beforeAll(async () => {
  const catalogue = await makeCatalogue();
  [lab, other] = [await makeLab(catalogue), await makeLab(catalogue)];
  const joined = await makePerson();
  colleague = joined.viewer;
  stranger = (await makePerson()).viewer;
  await change(lab.pi, 'project', lab.project.id, { users: { [joined.email]: {} } });
  await change(lab.pi, 'setup', lab.setup.id, { users: { [joined.email]: {} } });
});

const png: { name: string; bytes: Uint8Array } = { name: 'rig.png', bytes: Buffer.alloc(0) };
async function upload(viewer: Viewer, model: ModelName, record: AnyRecord | null, field = 'description', file = png) {
  const bytes = file.bytes.length > 0 ? file.bytes : await makeImage();
  return uploadFile(viewer, { model: modelNamed(model), field, record: record?.id ?? null }, { ...file, bytes });
}
const mayRead = (viewer: Viewer, id: string) =>
  readableFile(viewer, id).then(
    () => true,
    () => false,
  );
const seenBy = async (id: string) =>
  Promise.all([lab.pi, colleague, other.pi, stranger, anonymousViewer].map((viewer) => mayRead(viewer, id)));
const image = ({ id }: { id: string }) => `<p>Look</p><img src="/files/${id}" alt="Rig">`;
const imageOf = (record: AnyRecord) => imagesIn(String(record.description))[0] ?? '';
/** A session of the lab with an image in its description, and the id of the image. */
async function withImage(name: string) {
  const session = await make(lab.pi, 'session', { name, projects: [lab.project.id] });
  const file = await upload(lab.pi, 'session', session);
  return { session: await change(lab.pi, 'session', session.id, { description: image(file) }), id: file.id };
}

describe('who reads a file', () => {
  it('is who uploaded it, then whoever reads its record, and nobody else', async () => {
    const file = await upload(lab.pi, 'session', lab.session);
    expect(await seenBy(file.id)).toEqual([true, false, false, false, false]);
    await change(lab.pi, 'session', lab.session.id, { description: image(file) });
    expect(await seenBy(file.id)).toEqual([true, true, false, false, false]);
    await change(lab.pi, 'session', lab.session.id, { description: '' });
    // What was once saved stays for its history.
    expect(await seenBy(file.id)).toEqual([true, true, false, false, false]);
  });

  it('is nobody while the record is deleted', async () => {
    const { session, id } = await withImage('Deleted');
    const { deletion } = await removeRecord(lab.pi, modelNamed('session'), session.id, {});
    expect(await seenBy(id)).toEqual([false, false, false, false, false]);
    await restoreRecords(lab.pi, deletion);
    expect(await seenBy(id)).toEqual([true, true, false, false, false]);
  });

  it('is anyone for a public project, but not for what its model keeps private', async () => {
    const project = await make(lab.pi, 'project', { name: 'Open images', is_public: true });
    const session = await make(lab.pi, 'session', { name: 'Open', projects: [project.id] });
    const file = await upload(lab.pi, 'session', session);
    expect(await mayRead(anonymousViewer, file.id)).toBe(false);
    await change(lab.pi, 'session', session.id, { description: image(file) });
    expect(await seenBy(file.id)).toEqual([true, true, true, true, true]);
    // What it no longer holds is in its history, which is not public.
    await change(lab.pi, 'session', session.id, { description: '<p>Without</p>' });
    expect(await seenBy(file.id)).toEqual([true, false, false, false, false]);

    const setup = await upload(lab.pi, 'setup', lab.setup, 'image');
    await change(lab.pi, 'setup', lab.setup.id, { image: setup.address, is_public: true });
    expect(await seenBy(setup.id)).toEqual([true, true, false, false, false]);
    await change(lab.pi, 'setup', lab.setup.id, { is_public: false });
  });

  it('ends with their level', async () => {
    const { viewer: guest, email } = await makePerson();
    await change(lab.pi, 'project', lab.project.id, { users: { [email]: {} } });
    const { id } = await withImage('Left');
    expect(await mayRead(guest, id)).toBe(true);
    await change(lab.pi, 'project', lab.project.id, { users: { [email]: { remove: true } } });
    expect(await mayRead(guest, id)).toBe(false);
  });

  it.each(['x', '../x', '019ac2f0-0000-7000-8000-000000000001'])('is nobody for %j, which is none', (id) =>
    expect(readableFile(lab.pi, id)).rejects.toMatchObject({ code: 'not_found' }),
  );
});

describe('a text with an image', () => {
  it('takes a copy of what its writer can see elsewhere', async () => {
    const { session: source, id } = await withImage('Source');
    const shared = await make(lab.pi, 'project', { name: 'Shared with others' });
    await change(lab.pi, 'project', shared.id, { users: { [stranger.email]: {} } });
    const copy = await make(lab.pi, 'session', {
      name: 'Copy',
      projects: [shared.id],
      description: String(source.description),
    });
    expect(imageOf(copy)).not.toBe(id);
    expect([await mayRead(stranger, imageOf(copy)), await mayRead(stranger, id)]).toEqual([true, false]);
    await removeRecord(lab.pi, modelNamed('session'), source.id, {});
    expect(await mayRead(stranger, imageOf(copy))).toBe(true);
  });

  it.each([
    ['of another laboratory', () => withImage('Secret').then(({ id }) => id)],
    ['that waits with another person', () => upload(lab.pi, 'session', null).then(({ id }) => id)],
    ['that is none', () => Promise.resolve('019ac2f0-0000-7000-8000-000000000001')],
  ])('is refused one %s, always with the same words', async (_, find) => {
    const description = image({ id: await find() });
    const wrong = { problems: [{ path: 'description', message: expect.stringContaining('is not here, or you may') }] };
    await expect(change(other.pi, 'session', other.session.id, { description })).rejects.toMatchObject(wrong);
    await expect(
      make(other.pi, 'session', { name: 'Taken', projects: [other.project.id], description }),
    ).rejects.toMatchObject(wrong);
  });

  it('gets no document', async () => {
    const file = await upload(lab.pi, 'protocol', null, 'attachment', { name: 'how.pdf', bytes: pdf });
    await expect(change(lab.pi, 'session', lab.session.id, { description: image(file) })).rejects.toThrow(
      'Expected an image',
    );
  });
});

describe('a field with a file', () => {
  it('takes an upload by its address, another in its place, and nothing', async () => {
    const first = await upload(lab.pi, 'setup', lab.setup, 'image');
    const made = await change(lab.pi, 'setup', lab.setup.id, {
      image: `https://elsewhere.example/files/${first.id}/x`,
    });
    expect(made.image).toBe(`/files/${first.id}/rig.png`);
    expect((await getRecord(colleague, modelNamed('setup'), lab.setup.id)).image).toBe(made.image);
    const second = await upload(lab.pi, 'setup', lab.setup, 'image', { name: 'new.png', bytes: await makePhoto() });
    expect(second).toMatchObject({ name: 'new.jpg', media_type: 'image/jpeg', width: 40, height: 60 });
    await change(lab.pi, 'setup', lab.setup.id, { image: second.address });
    expect((await change(lab.pi, 'setup', lab.setup.id, { image: null })).image).toBeNull();
    // Undoing finds both.
    expect((await change(lab.pi, 'setup', lab.setup.id, { image: first.address })).image).toBe(made.image);
  });

  it('takes documents where it is for them', async () => {
    const target = await make(lab.pi, 'protocol', { name: 'How', protocol_type: 'procedure' });
    const file = await upload(lab.pi, 'protocol', target, 'attachment', {
      name: '../Anleitung für Käfige.PDF',
      bytes: pdf,
    });
    expect(file).toMatchObject({ name: 'Anleitung für Käfige.pdf', media_type: 'application/pdf' });
    const made = await change(lab.pi, 'protocol', target.id, { attachment: file.address });
    expect(parseFileAddress(String(made.attachment))).toEqual({ id: file.id, name: 'Anleitung für Käfige.pdf' });
    await expect(change(lab.pi, 'setup', lab.setup.id, { image: file.address })).rejects.toThrow('Expected an image');
  });
});

describe('a person’s picture', () => {
  it('is their own to change, and everybody’s to see who is signed in', async () => {
    const me = { id: stranger.number } as AnyRecord; // all that is used of it
    const file = await upload(stranger, 'user', me, 'profile_picture');
    const made = await change(stranger, 'user', stranger.number, { profile_picture: file.address });
    expect(made.profile_picture).toBe(file.address);
    expect(await seenBy(file.id)).toEqual([true, true, true, true, false]);
    await expect(upload(lab.pi, 'user', me, 'profile_picture')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('an upload', () => {
  it.each([
    ['stranger to it', () => stranger, 'not_found'],
    ['reader of it', () => colleague, 'forbidden'],
    ['somebody of another laboratory', () => other.pi, 'not_found'],
    ['nobody', () => anonymousViewer, 'not_signed_in'],
  ] as const)('for a record is refused to a %s', async (_, who, code) => {
    await expect(upload(who(), 'setup', lab.setup, 'image')).rejects.toMatchObject({ code });
    await expect(upload(who(), 'session', lab.session)).rejects.toMatchObject({ code });
  });

  it.each([
    ['SVG', () => Promise.resolve({ name: 'x.png', bytes: svg }), 'This type of file is not stored'],
    ['a document', () => Promise.resolve({ name: 'x.png', bytes: pdf }), 'Expected an image'],
    ['a bomb', async () => ({ name: 'x.png', bytes: await makeBomb(9000) }), '81 million pixels'],
    [
      'too much',
      () => Promise.resolve({ name: 'x.pdf', bytes: Buffer.concat([pdf, Buffer.alloc(15_000_001)]) }),
      '15 MB',
    ],
  ])('of %s is refused, and leaves nothing', async (_, makeFile, message) => {
    const field = message.includes('MB') ? 'attachment' : 'description';
    const before = await count();
    await expect(upload(lab.pi, 'protocol', null, field, await makeFile())).rejects.toThrow(message);
    expect(await count()).toBe(before);
  });

  it.each([['name'], ['toString'], ['users']])('for %s, which takes no file, is refused', (field) =>
    expect(upload(lab.pi, 'session', lab.session, field)).rejects.toMatchObject({ code: 'invalid' }),
  );
});

it('removes what no record was saved with and no draft names after a week, and only that', async () => {
  const waiting = () => upload(lab.pi, 'session', null);
  const [kept, fresh, drafted, old] = [await withImage('Kept'), await waiting(), await waiting(), await waiting()];
  await saveDraft(lab.pi, {
    owner: lab.pi.id,
    key: 'session:new',
    place: 'session:new',
    model: 'session',
    recordId: null,
    href: '/sessions/new',
    writer: 'page',
    sequence: 1,
    content: { at: 1, values: { description: image(drafted) }, base: {}, version: null, titles: {} },
  });
  const ids = [kept.id, drafted.id, fresh.id, old.id];
  const aged = ids.filter((id) => id !== fresh.id);
  await query(sql`UPDATE stored_file SET created_at = now() - interval '8 days' WHERE id = ANY(${aged}::uuid[])`);
  expect(await sweepFiles()).toBe(1);
  expect(await Promise.all(ids.map((id) => mayRead(lab.pi, id)))).toEqual([true, true, true, false]);
  expect(await Promise.all(ids.map((id) => getStore().exists(id)))).toEqual([true, true, true, false]);
});

const count = async () => (await query(sql`SELECT id FROM stored_file`)).length;
