import { expect, test, vi } from 'vitest';
import * as environment from '../env';
import { newSecret, openSecret, sealSecret } from './secret';

vi.stubEnv('DATABASE_URL', 'postgresql://localhost/none');

test('a sealed secret opens for its own webhook only, unchanged, under the same NEXTAUTH_SECRET', () => {
  const secret = newSecret();
  const sealed = sealSecret(secret, 'a');
  expect(secret).toMatch(/^whsec_[A-Za-z0-9_-]{43}$/);
  expect(sealed.includes(secret)).toBe(false);
  expect(openSecret(sealed, 'a')).toBe(secret);
  expect(openSecret(sealed, 'b')).toBeNull();
  const changed = Buffer.from(sealed);
  changed[sealed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(openSecret(changed, 'a')).toBeNull();
  expect(openSecret(sealed.subarray(0, 20), 'a')).toBeNull();
  const env = environment.getEnv();
  vi.spyOn(environment, 'getEnv').mockReturnValue({ ...env, NEXTAUTH_SECRET: 'another-another-another-another-x' });
  expect(openSecret(sealed, 'a')).toBeNull();
});
