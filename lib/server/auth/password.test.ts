import { expect, test } from 'vitest';
import { checkPassword, hashPassword, passwordProblem, verifyHash } from './password';

const email = 'ana.santos@example.org';

test.each([
  ['short', /at least 10/],
  ['password123', /first that are tried/],
  ['Neuroscience2026!', /first that are tried/],
  ['QWERTYUIOP', /first that are tried/],
  ['aaaaaaaaaaaa', /different characters/],
  ['Ana.Santos@example.org', /e-mail address/],
  ['ana.santos2026!', /e-mail address/],
  ['x1'.repeat(101), /at most 200/],
])('%s is refused', (password, reason) => {
  expect(passwordProblem(password, email)).toMatch(reason);
});

test.each(['correct horse battery', 'Ünïcödé-wörter', '🐭🐀🦎🐇🐈🐕🦡🐿🦇🐖'])('%s is accepted', (password) => {
  expect(passwordProblem(password, email)).toBeNull();
});

test('a hash is Argon2id, and the same letters in other code points fit it', async () => {
  const hash = await hashPassword('Crème brûlée for ten');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await checkPassword(hash, 'Crème brûlée for ten'.normalize('NFD'))).toBe(true);
  expect(await checkPassword(hash, 'crème brûlée for ten')).toBe(false);
});

test('without a hash the same work is done, and nothing fits', async () => {
  const hashes: string[] = [];
  const isRight = await checkPassword(null, 'anything at all', (hash, password) => {
    hashes.push(hash);
    return verifyHash(hash, password);
  });
  expect(isRight).toBe(false);
  expect(hashes).toEqual([expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)]);
  expect(await checkPassword(null, 'anything at all', async () => true)).toBe(false);
});
