import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { readPlace } from '../scripts/lib/postgres/place.ts';
import { startProduct, type Product } from '../scripts/lib/test/product.ts';
import { scriptArgs } from '../scripts/lib/tsx.ts';
import type { Page } from '@playwright/test';
import { signIn } from './account';
import { password, people } from './people';
import { expect, test } from './test';

const dataDir = path.resolve('.data/test/killed');
const file = readFileSync(path.join(import.meta.dirname, 'fixtures/session.toml'), 'utf8');
const sessions = ['KILL-1', 'KILL-2', 'KILL-3'];

const databaseUrl = (): string => {
  const place = readPlace(path.join(dataDir, 'postgres'));
  return `postgresql://postgres:${place?.password}@127.0.0.1:${place?.port}/sulcus`;
};

/** A connection to the product's own database, to hold a lock and to see what was kept. */
async function connect(): Promise<pg.Client> {
  const client = new pg.Client(databaseUrl());
  // Its server may be stopped under it; what fails then is the next query.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function batch(): FormData {
  const form = new FormData();
  for (const name of sessions)
    form.append('files', new Blob([file.replace(/^id = .*$/m, `id = "${name}"`)]), `${name}/session.toml`);
  return form;
}

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name', exact: true });
const keptOnServer = (page: Page) => page.getByText(/^Saved as draft/);

/** Somebody has a form open, and what they have typed is on the server. */
async function typeDraft(page: Page, url: string): Promise<void> {
  page.on('dialog', (dialog) => void dialog.accept());
  await signIn(page, people.student, password, `${url}/sign-in?next=/projects/new`);
  await nameOf(page).fill('Typed before');
  await expect(keptOnServer(page)).toBeVisible();
}

// A product of its own, for it is killed; the build is there already.
test.describe.configure({ mode: 'serial' });

test('killing the server in the middle of an import leaves nothing of it, and the next import all; drafts stay', async ({
  page,
}) => {
  test.setTimeout(240_000);
  let product: Product = await startProduct(dataDir);
  try {
    await typeDraft(page, product.url);
    const database = await connect();
    const { rows: projects } = await database.query<{ id: string }>(
      `SELECT id FROM project WHERE name = 'Whisker decisions'`,
    );
    const { rows: strains } = await database.query<{ id: string }>(`SELECT id FROM strain ORDER BY name LIMIT 1`);
    const [project, strain] = [projects[0]?.id ?? '', strains[0]?.id ?? ''];
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl(), NEXTAUTH_SECRET: 'x'.repeat(40) };
    const made = execFileSync(
      process.execPath,
      scriptArgs('admin.ts', 'create-token', '--email', people.pi, '--name', 'pipeline'),
      { env, encoding: 'utf8' },
    );
    const token = /sulcus_[\w-]+/.exec(made)?.[0] ?? '';
    const send = (base: string) =>
      fetch(`${base}/api/private/stem/session/import?project=${project}&strain=${strain}&on_conflict=keep`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: batch(),
      });
    const counted = async () =>
      Number(
        (await database.query<{ count: string }>(`SELECT count(*) FROM session WHERE name = ANY($1)`, [sessions]))
          .rows[0]?.count,
      );

    // The import waits for this lock when it has written the first subject and session, but not yet their files.
    // PostgreSQL shows its activity once a transaction, so somebody else watches.
    const watch = await connect();
    await database.query('BEGIN');
    await database.query('LOCK TABLE recordingfiles IN SHARE MODE');
    let early = '';
    const answer = send(product.url).then(
      async (response) => (early = `${response.status} ${await response.text()}`),
      () => 'cut off',
    );
    await expect
      .poll(async () =>
        Number(
          (await watch.query<{ count: string }>(`SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'`))
            .rows[0]?.count,
        ),
      )
      .toBeGreaterThan(0)
      .catch((error: unknown) => {
        throw new Error(`The import did not wait: ${early}`, { cause: error });
      });
    expect(early).toBe('');
    await product.kill();
    expect(await answer).toBe('cut off');
    await nameOf(page).fill('Typed while it was gone');
    await expect(page.getByText('Draft kept in this browser only: offline')).toBeVisible();
    await database.query('ROLLBACK');
    expect(await counted()).toBe(0);
    await watch.end();
    await database.end();

    // The page would send what was typed as soon as the server is back.
    await page.context().setOffline(true);
    product = await startProduct(dataDir, { keepsData: true, at: product.url });
    const again = await connect();
    const { rows: drafts } = await again.query<{ title: string }>('SELECT title FROM draft');
    expect(drafts).toEqual([{ title: 'Typed before' }]);
    await page.context().setOffline(false);
    await page.reload();
    await expect(nameOf(page)).toHaveValue('Typed while it was gone');
    await expect(keptOnServer(page)).toBeVisible();
    expect((await send(product.url)).status).toBe(200);
    const { rows } = await again.query<{ count: string }>(
      `SELECT count(*) FROM session s JOIN recordingfiles r ON r.session_id = s.id AND r.live WHERE s.name = ANY($1) AND s.live`,
      [sessions],
    );
    expect(Number(rows[0]?.count)).toBe(sessions.length);
    await again.end();
  } finally {
    await product.stop();
  }
});
