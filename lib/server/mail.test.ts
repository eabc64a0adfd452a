import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

test('without a mail server a mail becomes a file for its reader alone, and a line in the log', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sulcus-mail-'));
  vi.resetModules();
  vi.stubEnv('DATABASE_URL', 'postgresql://localhost/none');
  vi.stubEnv('NEXTAUTH_SECRET', 'a-secret-of-forty-characters-for-a-test!');
  vi.stubEnv('SMTP_URL', '');
  vi.stubEnv('DATA_DIR', folder);
  const log = vi.spyOn(console, 'info').mockReturnValue();
  const { sendMail } = await import('./mail');
  await sendMail({
    to: 'ana@example.org',
    subject: 'Invitation to “Grüße”\r\nBcc: evil@example.org',
    text: 'Hello Ana\n',
  });

  const names = await readdir(path.join(folder, 'mail'));
  expect(names).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\.eml$/)]);
  const file = path.join(folder, 'mail', names[0] ?? '');
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(/^To: ana@example\.org$/m);
  expect(text).not.toMatch(/^Bcc:/im);
  expect(text).toContain('Hello Ana');
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect(log).toHaveBeenCalledWith(expect.stringContaining('ana@example.org'));
});
