import { beforeAll, describe, expect, it } from 'vitest';
import { apiAs, type Send } from '@/test/api';
import { makeImage, makePhoto, pdf } from '@/test/images';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { slowRequest } from '@/test/slow-request';
import { createToken } from '../auth/tokens';
import { writeSessionToken } from '../auth/session-token';
import type { UserViewer } from '../viewer';
import { handleFile, handleUpload } from './files';

let lab: Awaited<ReturnType<typeof makeLab>>;
let send: Send;
let token: string;
let image: Buffer;

const tokenOf = async (viewer: UserViewer) => (await createToken({ userId: viewer.id, name: 'files' })).token;
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

beforeAll(async () => {
  lab = await makeLab(await makeCatalogue());
  send = await apiAs(lab.pi);
  token = await tokenOf(lab.pi);
  image = await makeImage({ format: 'jpeg', width: 1000, height: 500 });
});

function form(parts: Record<string, string | Blob | string[]>, name = 'x.png') {
  const body = new FormData();
  for (const [key, value] of Object.entries(parts))
    for (const one of [value].flat())
      if (typeof one === 'string') body.append(key, one);
      else body.append(key, one, name);
  return body;
}
const blob = (bytes: Buffer) => new Blob([new Uint8Array(bytes)]);
const post = (body: FormData, headers: Record<string, string> = bearer(token)) =>
  handleUpload(new Request('http://localhost:3000/files', { method: 'POST', headers, body }));
function slowUpload(headers = bearer(token)) {
  const type = { 'content-type': 'multipart/form-data; boundary=x' };
  const slow = slowRequest('http://localhost:3000/files', { ...headers, ...type }, '--x--\r\n');
  return { ...slow, answer: handleUpload(slow.request) };
}
const read = (address: string, headers: Record<string, string> = bearer(token), method = 'GET') => {
  const url = new URL(address, 'http://localhost:3000');
  return handleFile(new Request(url, { method, headers }), url.pathname.split('/')[2] ?? '');
};
const target = () => ({ model: 'setup', field: 'image', record: String(lab.setup.id) });
type Stored = { file: { id: string; address: string } };
const stored = async (response: Response) => ((await response.json()) as Stored).file; // the answer of our own route
/** A setup of the lab with an image. */
async function setUp() {
  const file = await stored(await post(form({ ...target(), file: blob(image) }, 'Rig 1.jpeg')));
  await change(lab.pi, 'setup', lab.setup.id, { image: file.address });
  return file;
}

describe('a stored file', () => {
  it('is sent so that a browser runs nothing of it, and asks again each time', async () => {
    const file = await setUp();
    const answer = await read(file.address);
    expect([answer.status, Object.fromEntries(answer.headers)]).toEqual([
      200,
      expect.objectContaining({
        'content-type': 'image/jpeg',
        'content-disposition': "inline; filename*=UTF-8''Rig%201.jpg",
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache, no-transform',
        'cross-origin-resource-policy': 'same-origin',
        vary: expect.stringContaining('Cookie'),
      }),
    ]);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-length')).toBe(String(bytes.byteLength));
    const small = await read(`${file.address}?size=preview`);
    expect(small.headers.get('content-type')).toBe('image/webp');
    expect(small.headers.get('etag')).not.toBe(answer.headers.get('etag'));

    const etag = answer.headers.get('etag') ?? '';
    expect((await read(file.address, { ...bearer(token), 'if-none-match': etag })).status).toBe(304);
    const head = await read(file.address, bearer(token), 'HEAD');
    expect([head.headers.get('content-length'), await head.text()]).toEqual([String(bytes.byteLength), '']);
    const part = await read(file.address, { ...bearer(token), range: 'bytes=10-19' });
    expect([part.status, part.headers.get('content-range'), Buffer.from(await part.arrayBuffer())]).toEqual([
      206,
      `bytes 10-19/${bytes.byteLength}`,
      bytes.subarray(10, 20),
    ]);
    const stale = await read(file.address, { ...bearer(token), range: 'bytes=10-19', 'if-range': '"other"' });
    expect(stale.status).toBe(200);
    expect((await read(file.address, { ...bearer(token), range: 'bytes=999999999-' })).status).toBe(416);
  });

  it('is not there for others, whoever they say they are', async () => {
    const { address } = await setUp();
    const stranger = bearer(await tokenOf((await makePerson()).viewer));
    const answers = await Promise.all(
      [{}, bearer('wrong'), stranger, { ...stranger, 'if-none-match': '*' }].map((headers) => read(address, headers)),
    );
    const none = await read('/files/019ac2f0-0000-7000-8000-000000000001', stranger);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const { detail } = (await none.json()) as { detail: string }; // as every failure has
    expect(await answers[2]?.json()).toMatchObject({ detail });
  });

  it('is saved, not shown, when it is a document', async () => {
    const parts = { name: 'How', protocol_type: 'procedure', attachment: blob(pdf) };
    const made = await send('POST', 'private/personal_attributes/protocol/', form(parts, 'how to.pdf'));
    const address = String((made.body as { protocol: { attachment: string } }).protocol.attachment);
    expect([made.status, new URL(address).pathname.split('/').at(-1)]).toEqual([201, 'how%20to.pdf']);
    const answer = await read(address);
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      'application/pdf',
      "attachment; filename*=UTF-8''how%20to.pdf",
    ]);
  });
});

describe('an upload', () => {
  it('takes a cookie only with a page of ours behind it', async () => {
    const { viewer } = await makePerson();
    await change(lab.pi, 'setup', lab.setup.id, { users: { [viewer.email]: { is_owner: true } } });
    const cookie = `next-auth.session-token=${await writeSessionToken({ userId: viewer.id, epoch: 1 })}`;
    const parts = { ...target(), file: blob(image) };
    expect((await post(form(parts), { cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    expect((await post(form(parts), { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(401);
    expect((await post(form(parts), {})).status).toBe(401);
  });

  it.each([
    ['no file', () => form(target()), 400],
    ['an unknown model', () => form({ ...target(), model: 'x', file: blob(image) }), 400],
    ['a record that is none', () => form({ ...target(), record: '../1', file: blob(image) }), 404],
    ['a file of a wrong type', () => form({ ...target(), file: blob(pdf) }), 400],
    ['more than is taken', () => form({ ...target(), file: blob(Buffer.alloc(23_000_000)) }), 413],
  ])('with %s is refused', async (_, body, status) => expect((await post(body())).status).toBe(status));

  it('of one person waits unread while two others of theirs are under way; those of others do not', async () => {
    const theirs = bearer(await tokenOf((await makePerson()).viewer));
    const [first, second, third, other] = [slowUpload(), slowUpload(), slowUpload(), slowUpload(theirs)];
    await expect.poll(() => [first, second, other].every(({ isRead }) => isRead())).toBe(true);
    // It came before the last one, which is read already.
    expect(third.isRead()).toBe(false);
    first.end();
    await expect.poll(() => third.isRead()).toBe(true);
    for (const one of [second, third, other]) one.end();
    for (const { answer } of [first, second, third, other]) expect((await answer).status).toBe(400);
  });

  it('that is no form is refused', async () => {
    const request = new Request('http://localhost:3000/files', { method: 'POST', headers: bearer(token), body: 'x' });
    expect((await handleUpload(request)).status).toBe(415);
  });
});

describe('files over the API', () => {
  const path = () => `private/personal_attributes/setup/${lab.setup.id}/`;
  const imageOf = (body: unknown) => (body as { setup: { image: string | null } }).setup.image;

  it('come in a form beside other fields, and have whole addresses that can be sent back', async () => {
    const parts = { location: 'Room 5', image: blob(await makePhoto()) };
    const changed = await send('PATCH', path(), form(parts, '../../rig.png'));
    expect([changed.status, changed.body]).toEqual([
      200,
      { setup: expect.objectContaining({ location: 'Room 5', name: 'Rig' }) },
    ]);
    const address = imageOf(changed.body) ?? '';
    expect(address).toMatch(/^http:\/\/localhost:3000\/files\/[0-9a-f-]{36}\/rig\.jpg$/);
    expect((await read(address)).status).toBe(200);

    const again = await send('PATCH', path(), { image: address });
    expect(again.headers.get('etag')).toBe(changed.headers.get('etag'));
    const list = await send('GET', `private/personal_attributes/setup/?filter{id}=${lab.setup.id}`);
    expect((list.body as { setups: { image: string }[] }).setups[0]?.image).toBe(address);
    const lines = await send('GET', `private/personal_attributes/setup/export/?filter{id}=${lab.setup.id}`);
    expect((JSON.parse(lines.text) as { image: string }).image).toBe(address);
    expect(imageOf((await send('PATCH', path(), { image: null })).body)).toBeNull();
    expect(imageOf((await send('PATCH', path(), { image: address })).body)).toBe(address);
    expect(imageOf((await send('PATCH', path(), form({ image: '' }))).body)).toBeNull();
  });

  it('in texts are absolute too, and come back as they were', async () => {
    const file = await stored(await post(form({ model: 'session', field: 'description', file: blob(image) })));
    const session = `private/stem/session/${lab.session.id}/`;
    const description = `<p>src="/files/x"</p><img src="/files/${file.id}">`;
    const changed = await send('PATCH', session, { description });
    const text = (changed.body as { session: { description: string } }).session.description;
    expect(text).toContain(`<img src="http://localhost:3000/files/${file.id}" alt="" loading="lazy" />`);
    expect(text).toContain('src="/files/x"');
    const again = await send('PATCH', session, { description: text, tags: ['seen'] });
    expect((again.body as { session: { description: string } }).session.description).toBe(text);
  });

  it('make a record with lists and numbers in a form, once for a key', async () => {
    const parts = {
      name: 'By form',
      setup_type: String(lab.setup.setup_type),
      authgroups: [String(lab.group.id)],
      is_public: 'false',
      image: blob(image),
    };
    const key = { 'idempotency-key': 'setup-by-form' };
    const made = await send('POST', 'private/personal_attributes/setup/', form(parts), key);
    expect([made.status, made.body]).toEqual([201, { setup: expect.objectContaining({ name: 'By form' }) }]);
    const again = await send('POST', 'private/personal_attributes/setup/', form(parts), key);
    expect([again.headers.get('idempotent-replayed'), again.body]).toEqual(['true', made.body]);
  });

  it.each([
    ['an address elsewhere', 'https://elsewhere.example/rig.png'],
    ['a file of nobody', '/files/019ac2f0-0000-7000-8000-000000000001'],
    ['a number', 5],
  ])('are not %s', async (_, value) => {
    const answer = await send('PATCH', path(), { image: value });
    expect([answer.status, answer.body]).toEqual([400, { image: [expect.any(String)] }]);
  });

  it('are not what somebody else uploads into a record of ours', async () => {
    const theirs = await apiAs((await makePerson()).viewer);
    expect((await theirs('PATCH', path(), form({ image: blob(image) }))).status).toBe(404);
    const setup = await make(lab.pi, 'setup', { name: 'Open', setup_type: lab.setup.setup_type, is_public: true });
    expect((await theirs('GET', `public/personal_attributes/setup/${setup.id}/`)).body).not.toHaveProperty(
      'setup.image',
    );
  });
});
