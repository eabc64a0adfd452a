import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './test';

const unique = (word: string) => `${word} ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

/** Fills the form of a new record that needs but a name, and answers its address. */
async function create(page: Page, path: string, name: string): Promise<string> {
  await page.goto(`/${path}/new`);
  await page.getByLabel('Name', { exact: false }).first().fill(name);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  return new URL(page.url()).pathname;
}

test('somebody asks to join a group, is accepted, and leaves it again', async ({ as }) => {
  const [pi, asker] = [await as('pi'), await as('stranger', { colorScheme: 'dark' })];
  const group = unique('Open group');
  const address = await create(pi, 'groups', group);

  await asker.goto(address);
  await asker.getByRole('button', { name: 'Ask to join' }).click();
  await asker.getByRole('dialog').getByLabel('A word to the managers').fill('We share the scanner.');
  await expectAccessible(asker);
  await asker.getByRole('dialog').getByRole('button', { name: 'Send request' }).click();
  await expect(asker.getByRole('list', { name: 'Your requests' })).toContainText(group);
  await expect(asker.getByRole('button', { name: 'Ask to join' })).toHaveCount(0);

  // Taken back, and asked once more.
  await asker.goto('/invitations');
  await asker.getByRole('button', { name: `Cancel the request to join ${group}` }).click();
  await expect(asker.getByRole('link', { name: group })).toHaveCount(0);
  await asker.goto(address);
  await asker.getByRole('button', { name: 'Ask to join' }).click();
  await asker.getByRole('dialog').getByLabel('A word to the managers').fill('We share the scanner.');
  await asker.getByRole('dialog').getByRole('button', { name: 'Send request' }).click();
  await expect(asker.getByRole('list', { name: 'Your requests' })).toBeVisible();

  await pi.goto('/dashboard');
  await expect(pi.getByRole('main')).toContainText(`Farida Haidari asks to join ${group}`);
  await pi.goto('/invitations');
  await expect(pi.getByRole('listitem').filter({ hasText: group })).toContainText('We share the scanner.');
  await expectAccessible(pi);
  await pi.goto(address);
  await pi.getByRole('button', { name: 'Accept the request of Farida Haidari' }).click();
  await expect(pi.getByRole('list', { name: 'People' })).toContainText('farida.haidari@example.org');
  await expect(pi.getByRole('list', { name: 'Requests to join' })).toHaveCount(0);

  await asker.reload();
  await expectAccessible(asker);
  await asker.getByRole('button', { name: 'Leave group' }).click();
  await asker.getByRole('alertdialog').getByRole('button', { name: 'Leave group' }).click();
  await expect(asker).toHaveURL(/\/groups$/);
  await asker.goto(address);
  await expect(asker.getByRole('button', { name: 'Ask to join' })).toBeVisible();
});

test('a project invites a group, whose manager answers for it', async ({ as }) => {
  const [pi, manager] = [await as('pi'), await as('stranger')];
  const project = unique('Shared whiskers');
  const address = await create(pi, 'projects', project);
  await pi.goto(`${address}/access`);
  const invite = async () => {
    await pi.getByLabel('Add a group').fill('Haidari');
    await pi.getByRole('option', { name: /Haidari Lab/ }).click();
    await pi.getByLabel('Message to its managers').fill('For the common paper.');
    await pi.getByRole('button', { name: 'Invite group' }).click();
    await expect(pi.getByRole('list', { name: 'Invitations' })).toContainText('Haidari Lab');
  };
  await invite();
  await expect(pi.getByText('No group yet.')).toBeVisible();
  await expectAccessible(pi);

  await pi.getByRole('button', { name: 'Cancel the invitation of Haidari Lab' }).click();
  await pi.getByRole('alertdialog').getByRole('button', { name: 'Cancel invitation' }).click();
  await expect(pi.getByRole('list', { name: 'Invitations' })).toHaveCount(0);
  await invite();

  await manager.goto('/dashboard');
  await expect(manager.getByRole('main')).toContainText(`Amara Okafor invites Haidari Lab to the project ${project}`);
  await manager.goto('/invitations');
  const invitation = manager.getByRole('listitem').filter({ hasText: project });
  await expect(invitation).toContainText('For the common paper.');
  await expectAccessible(manager);
  await invitation.getByRole('button', { name: /^Accept/ }).click();
  await expect(manager.getByRole('heading', { level: 1 })).toHaveText(project);
  await pi.reload();
  await expect(pi.getByRole('list', { name: 'Groups' })).toContainText('Haidari Lab');
});
