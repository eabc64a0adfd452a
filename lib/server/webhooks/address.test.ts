import type { LookupAddress } from 'node:dns';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as environment from '../env';
import { findUrlProblem, resolveTarget } from './address';

vi.stubEnv('DATABASE_URL', 'postgresql://localhost/none');
const env = environment.getEnv();
const allowPrivate = (isAllowed: boolean) =>
  vi.spyOn(environment, 'getEnv').mockReturnValue({ ...env, WEBHOOK_ALLOW_PRIVATE: isAllowed });
afterEach(() => {
  vi.restoreAllMocks();
});

const at = (...addresses: string[]): LookupAddress[] =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

const refusedAlways = [
  '0.0.0.0',
  '0.1.2.3',
  '169.254.169.254',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::127.0.0.1',
  '::7f00:1',
  '4000::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001::1',
  '2001:db8::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
];
const refusedByDefault = [
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '::1',
  'fd00::1',
  'fd00:ec2::254',
];
const reachable = ['8.8.8.8', '172.15.0.1', '2606:4700::1111'];

describe('addresses', () => {
  test.each([...refusedAlways, ...refusedByDefault])('a name of %s is refused', async (address) => {
    const asked = resolveTarget(new URL('https://example.org/x'), async () => at(address));
    await expect(asked).rejects.toThrow('“example.org” has no public address.');
  });

  test.each(reachable)('a name of %s is not', async (address) => {
    const url = new URL('https://example.org/x');
    expect(await resolveTarget(url, async () => at(address))).toEqual(at(address));
  });

  test('one private address among public ones is enough', async () => {
    const resolve = async () => at('8.8.8.8', '10.0.0.1');
    await expect(resolveTarget(new URL('https://example.org/'), resolve)).rejects.toThrow('no public address');
  });

  test('an unknown name is refused in the same words', async () => {
    const unknown = resolveTarget(new URL('https://nowhere.example/'), () => Promise.reject(new Error('ENOTFOUND')));
    await expect(unknown).rejects.toThrow('“nowhere.example” has no public address.');
  });

  test.each(refusedAlways)('%s is refused where private addresses are allowed too', async (address) => {
    allowPrivate(true);
    await expect(resolveTarget(new URL('http://example.org/'), async () => at(address))).rejects.toThrow();
  });

  test.each(refusedByDefault)('%s is reached where private addresses are allowed', async (address) => {
    allowPrivate(true);
    expect(await resolveTarget(new URL('http://example.org/'), async () => at(address))).toEqual(at(address));
  });
});

describe('what is typed', () => {
  const local = /^“.+” has no public address\. Webhooks are delivered to public addresses only\.$/;
  test.each([
    'http://127.0.0.1/x',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://127.0.0.1./',
    'http://①②⑦.0.0.1/',
    'http://[::1]:8080/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0/',
    'http://localhost:3000/',
    'http://LOCALHOST./',
    'http://a.localhost/',
  ])('%s is refused', async (text) => {
    expect(findUrlProblem(text)).toMatch(local);
    // No name is left to ask for.
    await expect(resolveTarget(new URL(text), () => Promise.reject(new Error('asked')))).rejects.toThrow(local);
  });

  test.each([
    ['example.org/x', /^Expected an address/],
    ['', /^Expected an address/],
    ['ftp://example.org/', /^Only http/],
    ['file:///etc/passwd', /^Only http/],
    ['javascript:alert(1)', /^Only http/],
    ['https://user:secret@example.org/', /^Leave user name/],
    ['https://user@example.org/', /^Leave user name/],
  ])('%s is refused', (text, problem) => expect(findUrlProblem(text)).toMatch(problem));

  test.each([
    'https://example.org/hook?key=1',
    'http://example.org:8080/',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
  ])('%s is taken', (text) => expect(findUrlProblem(text)).toBeNull());

  test('an address of this machine is taken where private addresses are allowed', () => {
    allowPrivate(true);
    expect(findUrlProblem('http://localhost:9000/')).toBeNull();
    expect(findUrlProblem('http://10.0.0.7/')).toBeNull();
    expect(findUrlProblem('http://169.254.169.254/')).toMatch(local);
  });
});
