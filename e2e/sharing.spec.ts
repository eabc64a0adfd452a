import type { Page } from '@playwright/test';
import { people } from './people';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

// Several people, and many pages.
test.describe.configure({ timeout: 180_000 });

const unique = (word: string) => `${word} ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
const idIn = (page: Page) => page.url().split('/').at(-1) ?? '';

/** Fills the form of a new record that needs but a name, and answers its id. */
async function create(page: Page, path: string, name: string): Promise<string> {
  await page.goto(`/${path}/new`);
  await page.getByLabel('Name', { exact: false }).first().fill(name);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  return idIn(page);
}

/** A token of whoever looks at the page. */
async function tokenOf(page: Page): Promise<string> {
  await page.goto('/account/tokens');
  await page.getByLabel('Name').fill('Sharing test');
  await page.getByRole('button', { name: 'Make token' }).click();
  return (await page.getByRole('status').locator('code').first().textContent()) ?? '';
}

/** The API as seen with a token. */
async function api(page: Page, token: string) {
  const headers = { Authorization: `Bearer ${token}` };
  return {
    get: (path: string) => page.request.get(`/api/private/${path}`, { headers }),
    post: (path: string, data: object) => page.request.post(`/api/private/${path}`, { headers, data }),
  };
}

/** The page is the one of addresses that do not exist. (Behind the shell, which is sent at once, its status is 200.) */
async function isNotFound(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 }), path).toHaveText('Nothing here');
}

test('a PI shares a project with a student through a group, and a colleague elsewhere sees nothing of it', async ({
  as,
}) => {
  const [pi, student, stranger] = [await as('pi'), await as('student'), await as('stranger')];
  const [group, project] = [unique('Touch group'), unique('Secret whiskers')];

  // A group, and a student who is asked into it.
  const groupId = await create(pi, 'groups', group);
  await pi.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = pi.getByRole('dialog');
  // People who are here are found by name; any other address stands as it is typed.
  const address = dialog.getByLabel('E-mail address');
  await address.fill('nobody@elsewhere.example.org');
  await expect(pi.getByRole('option')).toHaveCount(0);
  await address.fill('Sofía');
  await expect(pi.getByRole('option', { name: people.student })).toBeVisible();
  await address.press('ArrowDown');
  await address.press('Enter');
  await expect(address).toHaveValue(people.student);
  await expect(pi.getByRole('listbox')).toHaveCount(0);
  await dialog.getByRole('radio', { name: /^Member/ }).check();
  await dialog.getByLabel('Message').fill('Join us for the winter experiments.');
  await expectAccessible(pi);
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(pi.getByRole('list', { name: 'Invitations' })).toContainText(people.student);
  await expect(pi.getByRole('list', { name: 'People' })).not.toContainText(people.student);

  // A project, shared with the group before anyone has answered, and a session in it.
  const projectId = await create(pi, 'projects', project);
  await pi.getByRole('link', { name: 'Manage access' }).click();
  await pi.getByLabel('Add a group').fill(group);
  await pi.getByRole('option', { name: group }).click();
  await pi.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(pi.getByRole('list', { name: 'Groups' })).toContainText(group);
  await expectAccessible(pi);
  const piApi = await api(pi, await tokenOf(pi));
  const made = await piApi.post('stem/session/', { name: unique('Hidden'), projects: [projectId] });
  expect(made.ok()).toBe(true);
  const session = ((await made.json()) as { session: { id: string; name: string } }).session;

  // The student sees nothing until they accept, and all of it afterwards.
  await isNotFound(student, `/projects/${projectId}`);
  await student.goto('/invitations');
  const invitation = student.getByRole('listitem').filter({ hasText: group });
  await expect(invitation.getByText('Join us for the winter experiments.')).toBeVisible();
  await expectAccessible(student);
  await invitation.getByRole('button', { name: /^Accept/ }).click();
  await expect(student).toHaveURL(new RegExp(`/groups/${groupId}$`));
  await student.goto(`/projects/${projectId}/access`);
  await expect(student.getByRole('list', { name: 'People' })).toContainText(`contributor · through ${group}`);
  await expect(student.getByRole('button', { name: 'Invite' })).toHaveCount(0);
  await student.goto(`/sessions/${session.id}`);
  await expect(student.getByRole('heading', { level: 1 })).toHaveText(session.name);
  await student.goto(`/sessions/${session.id}/access`);
  await expect(student.getByRole('list', { name: 'People' })).toContainText(people.pi);

  // Nothing of it by any route for somebody who was not asked in.
  for (const path of [`projects/${projectId}`, `sessions/${session.id}`]) {
    await isNotFound(stranger, `/${path}`);
    await isNotFound(stranger, `/${path}/access`);
    await isNotFound(stranger, `/${path}/edit`);
    await isNotFound(stranger, `/public/${path}`);
  }
  await stranger.goto(`/projects?q=${encodeURIComponent(project)}`);
  await expect(stranger.getByText('No projects found')).toBeVisible();
  await stranger.goto(`/sessions?q=${encodeURIComponent(session.name)}`);
  await expect(stranger.getByText('No sessions found')).toBeVisible();
  await stranger.goto(`/groups/${groupId}`);
  await expect(stranger.getByRole('heading', { name: 'Shared with this group' })).toBeVisible();
  await expect(stranger.getByText(project)).toHaveCount(0);
  await stranger.keyboard.press('Control+k');
  await stranger.getByRole('combobox').fill(project);
  await expect(stranger.getByText(`Nothing is called “${project}”.`)).toBeVisible();
  const strangerApi = await api(stranger, await tokenOf(stranger));
  for (const path of [
    `stem/project/${projectId}/`,
    `stem/session/${session.id}/`,
    `stem/session/${session.id}/session.toml`,
  ])
    expect((await strangerApi.get(path)).status(), path).toBe(404);
  for (const path of ['stem/project/', 'stem/session/', `users/group/${groupId}/`]) {
    const text = await (await strangerApi.get(`${path}?limit=1000`)).text();
    expect(text, path).not.toContain(projectId);
    expect(text, path).not.toContain(session.id);
  }
  const taken = await strangerApi.post('stem/session/', { name: 'Intruder', projects: [projectId] });
  expect(taken.status()).toBe(400);
});

test('levels change, and changes are undone where they were made', async ({ as }) => {
  const page = await as('pi');
  const id = await create(page, 'projects', unique('Levels'));
  await page.goto(`/projects/${id}/access`);
  await expect(page.getByText('Owner (the only one)')).toBeVisible();
  await page.getByLabel('Add a group').fill('Okafor');
  await page.getByRole('option', { name: 'Okafor Lab' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const groups = page.getByRole('list', { name: 'Groups' });
  await expect(groups).toContainText('Okafor Lab');
  await expect(page.getByRole('list', { name: 'People' })).toContainText('contributor · through Okafor Lab');
  await page.getByRole('combobox', { name: 'Level of Okafor Lab' }).click();
  await page.getByRole('option', { name: /^Member/ }).click();
  await expect(page.getByRole('list', { name: 'People' })).toContainText('member · through Okafor Lab');
  await page.getByRole('button', { name: 'Remove Okafor Lab' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No group yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(groups).toContainText('Okafor Lab');
});

test('an owner makes a project public, knowing what shows, and private again', async ({ as, page: anyone }) => {
  const page = await as('pi');
  const name = unique('Open whiskers');
  const id = await create(page, 'projects', name);
  const path = `/public/projects/${id}`;
  await isNotFound(anyone, path);
  await page.goto(`/projects/${id}/access`);
  await page.getByRole('button', { name: 'Make public…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('0 subjects');
  await expect(dialog).toContainText('e-mail addresses');
  await expect(dialog.getByRole('button', { name: 'Make public' })).toBeDisabled();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Make public' }).click();
  await expect(page.getByText('Public: anyone reads it')).toBeVisible();
  await anyone.goto(path);
  await expect(anyone.getByRole('heading', { level: 1 })).toHaveText(name);
  // No e-mail address; the citation as BibTeX begins with its own.
  await expect(anyone.locator('main')).not.toContainText(/@(?!misc\{)/);
  await expectAccessible(anyone);
  await anyone.setViewportSize({ width: 380, height: 760 });
  await expectNoSidewaysScroll(anyone);
  await page.getByRole('button', { name: 'Make private' }).click();
  await expect(page.getByText('Private: only the people above see it.')).toBeVisible();
  await isNotFound(anyone, path);
});
