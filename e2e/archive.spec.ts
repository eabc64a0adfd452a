import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { ask } from './ask';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

/** A session without a description, of a mouse whose name archives change. */
async function makeSession(page: Page): Promise<{ session: string; subject: string }> {
  await page.goto('/sessions');
  const word = randomUUID().slice(0, 8);
  const { strains } = await ask(page, 'GET', 'taxonomies/strain/?filter{name}=C57BL/6J');
  const [strain] = strains as { id: string }[];
  const { project } = (await ask(page, 'POST', 'stem/project/', { name: `Archive ${word}`, tags: ['licking'] })) as {
    project: { id: string };
  };
  const { subject } = (await ask(page, 'POST', 'stem/subject/', {
    name: `mouse_${word}`,
    sex: 'F',
    strain: strain?.id,
    projects: [project.id],
    birth_date: '2026-01-01',
  })) as { subject: { id: string } };
  const { session } = (await ask(page, 'POST', 'stem/session/', {
    name: `Archive ${word}`,
    projects: [project.id],
    date_time: '2026-03-14T09:30:00Z',
    experimenter: 'Okafor, Amara',
  })) as { session: { id: string } };
  await ask(page, 'POST', 'stem/sessionsubject/', { session: session.id, subject: subject.id });
  return { session: session.id, subject: subject.id };
}

test('a session says what keeps it from NWB, leads there, and hands out its metadata once it is ready', async ({
  as,
}) => {
  const page = await as('pi');
  const { session, subject } = await makeSession(page);
  const found = page.getByRole('list', { name: 'For NWB and DANDI' });

  await test.step('what is needed leads to its field', async () => {
    await page.goto(`/sessions/${session}`);
    await page.getByRole('link', { name: 'Not ready for NWB' }).click();
    await found.getByRole('link', { name: 'Describe the session.' }).click();
    await expect(page).toHaveURL(`/sessions/${session}/edit#description`);
    await expect(page.getByRole('textbox', { name: 'Description' })).toBeFocused();
  });

  await test.step('ready, with advice, it gives NeuroConv its metadata', async () => {
    await ask(page, 'PATCH', `stem/session/${session}/`, { description: '<p>Licking</p>' });
    await page.goto(`/sessions/${session}`);
    await expect(page.getByRole('link', { name: 'Ready for NWB, with advice' })).toBeVisible();
    await expect(found).toContainText('DANDI replaces “_”');
    await expectAccessible(page);
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'NeuroConv metadata' }).click();
    const file = await (await coming).path();
    expect(parse(readFileSync(file, 'utf8')).Subject).toMatchObject({ species: 'Mus musculus', age: 'P72D' });
  });

  await test.step('the subject has its own light, on a phone too', async () => {
    const phone = await as('pi', { viewport: { width: 380, height: 800 }, colorScheme: 'dark' });
    await phone.goto(`/subjects/${subject}`);
    await expect(phone.getByRole('list', { name: 'For NWB and DANDI' })).toContainText('DANDI replaces “_”');
    await expectAccessible(phone);
    await expectNoSidewaysScroll(phone);
  });
});

test('what a session.toml misses of the subject leads to the subject, from the page and from the form', async ({
  as,
}) => {
  const page = await as('pi');
  const { session, subject } = await makeSession(page);
  await page.goto(`/sessions/${session}`);
  const genotype = page.getByRole('link', { name: /^Enter the genotype of/ });
  await genotype.click();
  await expect(page).toHaveURL(`/subjects/${subject}/edit#field-genotype`);
  await page.goto(`/sessions/${session}/edit?tab=recording_files`);
  await expect(genotype).toHaveAttribute('href', `/subjects/${subject}/edit#field-genotype`);
});

test('Ctrl-S saves again what could not be saved, wherever the focus went', async ({ as }) => {
  const page = await as('pi');
  const { session } = await makeSession(page);
  await page.goto(`/sessions/${session}/edit`);
  await page.route('**/edit', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  const experimenter = page.getByLabel('Experimenter');
  await experimenter.fill('Herrera, Sofía');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('The server did not answer. What you typed is kept here')).toBeVisible();
  await expect(experimenter).toBeFocused();
  await page.getByRole('heading', { level: 1 }).click();
  await page.unrouteAll();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Session saved', { exact: true })).toBeVisible();
});
