import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { readMails } from '@/test/mails';
import { readPlace } from '../scripts/lib/postgres/place.ts';
import { scriptArgs } from '../scripts/lib/tsx.ts';
import type { Page } from '@playwright/test';
import { expect } from './test';

const dataDir = process.env.SULCUS_DATA_DIR ?? '.data';
export const firstPassword = 'nine grey mice at noon';

const databaseUrl = (): string => {
  const place = readPlace(path.join(dataDir, 'postgres'));
  return `postgresql://postgres:${place?.password}@127.0.0.1:${place?.port}/sulcus`;
};

/** Makes somebody of their own for a test that changes how they sign in. Answers their e-mail address. */
export function makeAccount(): string {
  const email = `${randomUUID()}@example.org`;
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl(), NEXTAUTH_SECRET: 'x'.repeat(40) };
  const args = ['create-user', '--email', email, '--name', 'Ana Santos', '--password', firstPassword];
  execFileSync(process.execPath, scriptArgs('admin.ts', ...args), { env });
  return email;
}

/** Fills and sends the sign-in page. */
export async function signIn(page: Page, email: string, password = firstPassword, path = '/sign-in'): Promise<void> {
  await page.goto(path);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.goto('/sign-out');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
}

/** The text of the mail with this subject, the `count`th to somebody, once it is there. */
export async function readMail(email: string, subject: string, count = 1): Promise<string> {
  const all = async () => (await readMails(dataDir, email)).filter((mail) => mail.subject === subject);
  await expect.poll(async () => (await all()).length).toBe(count);
  return (await all()).at(-1)?.text ?? '';
}

/** Lets a minute pass since the last code was mailed. */
export const passMinute = (email: string): Promise<void> =>
  change(`UPDATE mailed_code SET sent_at = sent_at - interval '1 minute' WHERE user_id = (${userOf})`, email);

/** Lets so much time pass that somebody's tokens, unused, have three days left. */
export const ageTokens = (email: string): Promise<void> =>
  change(`UPDATE access_token SET expires_at = now() + interval '3 days' WHERE user_id = (${userOf})`, email);

const userOf = `SELECT id FROM "user" WHERE email = $1`;

async function change(statement: string, email: string): Promise<void> {
  const client = new pg.Client(databaseUrl());
  await client.connect();
  await client.query(statement, [email]).finally(() => client.end());
}

/** A personal access token of somebody. */
export function makeToken(email: string): string {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl(), NEXTAUTH_SECRET: 'x'.repeat(40) };
  const args = scriptArgs('admin.ts', 'create-token', '--email', email, '--name', 'Test');
  return execFileSync(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .trim();
}
