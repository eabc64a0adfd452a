import { beforeAll, describe, expect, test } from 'vitest';
import { makePerson } from '@/test/people';
import { handleDevicePoll, handleDeviceStart } from '../api/device';
import { query, sql } from '../db/sql';
import type { UserViewer } from '../viewer';
import { setActive } from './accounts';
import { viewerFromRequest } from './bearer';
import { answerDevice, findDevice, findDeviceByCode, type DeviceStart } from './device';
import { listTokens } from './tokens';
import { systemViewer } from '../viewer';

const post = (path: string, body?: BodyInit) =>
  new Request(`http://localhost:3000/api/auth/${path}`, {
    method: 'POST',
    headers: { host: 'localhost:3000' },
    ...(body === undefined ? {} : { body }),
  });
const start = async (body?: unknown): Promise<DeviceStart> => {
  const response = await handleDeviceStart(post('device/', body === undefined ? undefined : JSON.stringify(body)));
  expect(response.status).toBe(200);
  return (await response.json()) as DeviceStart; // our own answer
};
const poll = async (device_code: unknown) => {
  const response = await handleDevicePoll(post('device/token/', JSON.stringify({ device_code })));
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, string>;
};

let person: UserViewer;
beforeAll(async () => {
  person = (await makePerson()).viewer;
});

describe('the device flow', () => {
  test('gives what clients read, whatever they send', async () => {
    for (const body of [{ client_name: 'brainstem-python' }, {}, undefined]) {
      const begun = await start(body);
      expect(begun).toEqual({
        session_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        device_code: expect.stringMatching(/^[\w-]{43}$/),
        user_code: expect.stringMatching(/^[A-Z]{4}-\d{4}$/),
        verification_uri: 'http://localhost:3000/account/authorize/',
        verification_uri_complete: `http://localhost:3000/account/authorize/?session=${begun.session_id}`,
        expires_in: 900,
        interval: 5,
      });
    }
  });

  test('hands the token out once it is approved, once', async () => {
    const { device_code, session_id } = await start({ client_name: 'brainstem-python' });
    expect(await poll(device_code)).toEqual({ status: 'authorization_pending' });
    await answerDevice(person, session_id, true);
    const answers = await Promise.all([poll(device_code), poll(device_code), poll(device_code)]);
    const [won, ...others] = answers.toSorted((a) => (a.token ? -1 : 1));
    expect(won).toEqual({ status: 'success', token: expect.stringMatching(/^sulcus_/) });
    expect(others).toEqual([{ error: 'already_used' }, { error: 'already_used' }]);
    expect(await poll(device_code)).toEqual({ error: 'already_used' });
    const request = new Request('http://localhost:3000/api/private/stem/project/', {
      headers: { authorization: `Bearer ${won?.token}` },
    });
    expect(await viewerFromRequest(request, 'private')).toMatchObject({ id: person.id, via: 'token' });
    const [token] = await listTokens(person.id);
    expect(token?.name).toMatch(/^brainstem-python, \d{4}-\d\d-\d\d$/);
    const noted = await query<{ action: string; user_id: string }>(
      sql`SELECT action, user_id::text FROM audit_log WHERE model = 'account' AND record_id = ${person.id}::uuid AND action IN ('approve', 'create_token') ORDER BY id`,
    );
    expect(noted).toEqual(['approve', 'create_token'].map((action) => ({ action, user_id: person.id })));
  });

  test('denied, expired, unknown and without a person says so', async () => {
    const denied = await start();
    await answerDevice(person, denied.session_id, false);
    expect(await poll(denied.device_code)).toEqual({ error: 'access_denied' });

    const late = await start();
    await answerDevice(person, late.session_id, true);
    const old = await start();
    await query(
      sql`UPDATE device_authorization SET expires_at = now() - interval '1 second' WHERE id = ANY(${[late.session_id, old.session_id]}::uuid[])`,
    );
    for (const { device_code } of [late, old]) expect(await poll(device_code)).toEqual({ error: 'expired_token' });
    await expect(answerDevice(person, old.session_id, true)).rejects.toMatchObject({ code: 'conflict' });
    for (const code of ['', 'x', 7, null, 'A'.repeat(43), { a: 1 }])
      expect(await poll(code)).toEqual({ error: 'expired_token' });
    const broken = await handleDevicePoll(post('device/token/', '{'));
    expect([broken.status, await broken.json()]).toEqual([200, { error: 'expired_token' }]);

    const { viewer: leaver } = await makePerson();
    const theirs = await start();
    await answerDevice(leaver, theirs.session_id, true);
    await setActive(leaver.id, false, systemViewer('test'));
    expect(await poll(theirs.device_code)).toEqual({ error: 'access_denied' });
  });

  test('is answered once, by whoever comes first', async () => {
    const { session_id } = await start();
    const { viewer: other } = await makePerson();
    const tries = await Promise.allSettled([
      answerDevice(person, session_id, true),
      answerDevice(other, session_id, false),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(answerDevice(person, session_id, true)).rejects.toMatchObject({ code: 'conflict' });
    await expect(answerDevice(person, '01900000-0000-7000-8000-000000000000', true)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('finds a code however it is typed, and limits guesses', async () => {
    const { viewer } = await makePerson();
    const address = '192.0.2.1';
    const { user_code, session_id } = await start();
    for (const typed of [
      user_code,
      user_code.toLowerCase(),
      user_code.replace('-', ''),
      ` ${user_code.replace('-', ' ')} `,
    ])
      expect(await findDeviceByCode(viewer, { typed, address })).toEqual({ id: session_id });
    const wrong = { typed: 'AAAA-0000', address };
    const guess = (by = viewer) => findDeviceByCode(by, wrong).catch((error: { code: string }) => error.code);
    const guesses: unknown[] = [];
    for (let turn = 0; turn < 17; turn++) guesses.push(await guess());
    expect(guesses.slice(0, 16)).toEqual(Array.from({ length: 16 }, () => 'invalid'));
    expect(guesses.at(-1)).toBe('too_many_requests');
    // The limit of an address holds for everybody who guesses from it.
    const byOthers: unknown[] = [];
    for (let turn = 0; turn < 40; turn++) byOthers.push(await guess({ ...viewer, id: `other ${turn}` }));
    expect(byOthers).toEqual([...Array.from({ length: 39 }, () => 'invalid'), 'too_many_requests']);
    expect(await findDevice(viewer, 'nonsense')).toBeNull();
  });

  test('shows an answer to whoever gave it, and to nobody else', async () => {
    const { viewer: other } = await makePerson();
    const { user_code: typed, session_id } = await start();
    expect((await findDevice(other, session_id))?.status).toBe('pending');
    await answerDevice(person, session_id, true);
    expect((await findDevice(person, session_id))?.status).toBe('approved');
    expect((await findDevice(other, session_id))?.status).toBe('elsewhere');
    expect(await findDeviceByCode(person, { typed, address: null })).toEqual({ id: session_id });
    await expect(findDeviceByCode(other, { typed, address: null })).rejects.toMatchObject({ code: 'invalid' });

    // The program did not come for its token in time: the page must not promise that it will.
    await query(
      sql`UPDATE device_authorization SET expires_at = now() - interval '1 second' WHERE id = ${session_id}::uuid`,
    );
    expect((await findDevice(person, session_id))?.status).toBe('expired');
  });

  test('keeps only a hash of the code, and shows a program’s name as one short line', async () => {
    const { device_code, session_id } = await start({ client_name: `evil\n\u202e${'x'.repeat(300)}` });
    const [row] = await query<{ text: string }>(
      sql`SELECT to_jsonb(d)::text AS text FROM device_authorization d WHERE d.id = ${session_id}::uuid`,
    );
    expect(row?.text).not.toContain(device_code);
    expect((await findDevice(person, session_id))?.client_name).toBe(`evil ${'x'.repeat(75)}`);
    const faces = await start({ client_name: `x${'😀'.repeat(100)}` });
    expect((await findDevice(person, faces.session_id))?.client_name).toBe(`x${'😀'.repeat(79)}`);
    const wrong = await handleDeviceStart(post('device/', JSON.stringify({ client_name: ['x'] })));
    expect([wrong.status, await wrong.json()]).toMatchObject([400, { client_name: [expect.any(String)] }]);
    expect((await handleDeviceStart(post('device/', '{"a":'))).status).toBe(400);
    expect((await handleDeviceStart(post('device/', 'x'.repeat(3_000_000)))).status).toBe(413);
  });
});
