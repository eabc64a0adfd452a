import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const settings: Record<string, string> = {};
type Module = typeof import('./request-origin');

/** The environment is parsed once per process: each case loads the module afresh with its own. */
async function load(environment: Record<string, string> = {}): Promise<Module> {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...settings, ...environment })) vi.stubEnv(name, value);
  return import('./request-origin');
}

beforeEach(() => {
  Object.assign(settings, {
    DATABASE_URL: 'postgresql://localhost/none',
    NEXTAUTH_SECRET: 'a-secret-of-forty-characters-for-a-test!',
    NEXTAUTH_URL: '',
    TRUST_PROXY: '',
    PORT: '3000',
  });
});
afterEach(() => vi.unstubAllEnvs());

describe('without a proxy', () => {
  test('forwarding headers are the word of a stranger', async () => {
    const { clientAddress, isSecure, requestOrigin, publicOrigin } = await load();
    const headers = new Headers({
      host: '127.0.0.1:3000',
      'x-forwarded-for': '10.0.0.1',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'evil.example',
    });
    expect(clientAddress(headers)).toBeNull();
    expect(isSecure(headers)).toBe(false);
    expect(requestOrigin(headers)).toBe('http://127.0.0.1:3000');
    expect(publicOrigin()).toBe('http://localhost:3000');
  });
});

test('our own server says who is at the other end, and nobody else', async () => {
  const { clientAddress } = await load();
  const { peerHeader, writePeer } = await import('./peer-address');
  const from = (value: string) => clientAddress(new Headers({ [peerHeader]: value }));
  expect(from(writePeer('192.0.2.7'))).toBe('192.0.2.7');
  for (const forged of ['192.0.2.7', '192.0.2.7 x', `192.0.2.8 ${writePeer('192.0.2.7').split(' ')[1]}`, ''])
    expect(from(forged)).toBeNull();
});

describe('behind a proxy', () => {
  test('its own entries count: the last address, the scheme and the host', async () => {
    const { clientAddress, isSecure, requestOrigin } = await load({ TRUST_PROXY: 'true' });
    const headers = new Headers({
      host: 'app:3000',
      'x-forwarded-for': 'forged, 192.0.2.7',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'sulcus.example.org',
    });
    expect(clientAddress(headers)).toBe('192.0.2.7');
    expect(isSecure(headers)).toBe(true);
    expect(requestOrigin(headers)).toBe('https://sulcus.example.org');
  });

  test('no header says where the links of mails lead', async () => {
    const forged = new Headers({ host: 'evil.example' });
    const { mailOrigin } = await load({ SMTP_URL: 'smtp://mail.example.org' });
    expect(mailOrigin(forged)).toBe('http://localhost:3000');
    expect((await load({ SMTP_URL: '' })).mailOrigin(forged)).toBe('http://evil.example');
  });

  test('a stated address wins over every header', async () => {
    const { requestOrigin, isSecure } = await load({ NEXTAUTH_URL: 'https://sulcus.example.org/' });
    expect(requestOrigin(new Headers({ host: 'evil.example' }))).toBe('https://sulcus.example.org');
    expect(isSecure(new Headers())).toBe(true);
  });
});

describe('a request of a page of ours', () => {
  test.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ origin: 'http://localhost:3000' }, true],
    [{ origin: 'http://localhost:4000' }, false],
    [{ origin: 'http://evil.example' }, false],
    [{ origin: 'null' }, false],
    [{}, false],
  ])('%j: %s', async (headers, expected) => {
    const { isSameOrigin } = await load();
    expect(isSameOrigin(new Headers({ host: 'localhost:3000', ...headers }))).toBe(expected);
  });
});
