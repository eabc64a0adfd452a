import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from './test';

test('a script in Python signs in by a browser and works with the API', async ({ as, baseURL }) => {
  test.setTimeout(240_000);
  const env = { ...process.env, PYTHONPATH: process.env.PYTHON_PACKAGES ?? '' };
  const script = path.join(import.meta.dirname, 'client.py');
  const child = spawn(process.env.PYTHON ?? 'python3', [script, baseURL ?? ''], { env });
  try {
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += String(chunk);
      });
    const ended = once(child, 'close');
    await expect.poll(() => output, { timeout: 30_000 }).toContain('"link"');
    const { link } = JSON.parse(output.split('\n')[0] ?? '') as { link: string }; // the script's first line
    const page = await as('pi');
    await page.goto(link.replace(/^https?:\/\/[^/]+/, ''));
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByText('Connected: e2e-python')).toBeVisible();
    const [code] = await ended;
    expect(code, output).toBe(0);
    expect(output).toContain('"done"');
  } finally {
    child.kill();
  }
});
