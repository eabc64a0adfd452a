import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

/** The module as a process with this secret has it. */
async function load(secret = 'one-secret-of-more-than-thirty-two-characters') {
  vi.resetModules();
  vi.stubEnv('DATABASE_URL', 'postgresql://localhost/none');
  vi.stubEnv('NEXTAUTH_SECRET', secret);
  return import('./seal');
}

const plain = Buffer.from('a secret of an app');

describe('sealing', () => {
  it('gives back what was sealed, and shows nothing of it', async () => {
    const { seal, unseal } = await load();
    const sealed = seal(plain, 'row');
    expect(unseal(sealed, 'row')).toEqual(plain);
    expect(sealed.includes(plain)).toBe(false);
    expect(seal(plain, 'row')).not.toEqual(sealed);
  });

  it('opens neither for another row nor under another secret', async () => {
    const { seal, unseal } = await load();
    const sealed = seal(plain, 'row');
    expect(unseal(sealed, 'other row')).toBeNull();
    expect((await load('another-secret-of-thirty-two-characters-or-more')).unseal(sealed, 'row')).toBeNull();
  });

  it('opens nothing that was changed or cut', async () => {
    const { seal, unseal } = await load();
    const sealed = seal(plain, 'row');
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(sealed.readUInt8(index) ^ 1, index);
      expect(unseal(changed, 'row'), `byte ${index}`).toBeNull();
      expect(unseal(sealed.subarray(0, index), 'row'), `${index} bytes`).toBeNull();
    }
  });

  it('hashes a short code by owner and secret', async () => {
    const { hashShortCode } = await load();
    const hash = hashShortCode('123456', 'ana');
    expect(hashShortCode('123456', 'ana')).toEqual(hash);
    expect(hashShortCode('123457', 'ana')).not.toEqual(hash);
    expect(hashShortCode('123456', 'ben')).not.toEqual(hash);
    const other = await load('another-secret-of-thirty-two-characters-or-more');
    expect(other.hashShortCode('123456', 'ana')).not.toEqual(hash);
  });
});
