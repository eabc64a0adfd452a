import type { APIRequestContext } from '@playwright/test';
import { firstPassword, makeAccount, makeToken, signIn } from './account';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

/** Somebody with a project, of which a helper has deleted a session with an epoch. */
async function deleteOne(request: APIRequestContext) {
  const [owner, helper, reader] = [makeAccount(), makeAccount(), makeAccount()];
  const as = (email: string) => ({ Authorization: `Bearer ${makeToken(email)}` });
  const [headers, theirs] = [as(owner), as(helper)];
  const make = async (path: string, data: object): Promise<{ id: string; name: string }> => {
    const answer = await request.post(`/api/private/${path}/`, { headers, data });
    expect(answer.status(), await answer.text()).toBe(201);
    return (
      Object.values((await answer.json()) as Record<string, { id: string; name: string }>)[0] ?? { id: '', name: '' }
    );
  };
  const users = { [helper]: { can_change: true }, [reader]: {} };
  const project = await make('stem/project', { name: `Bin ${owner.slice(0, 8)}` });
  const shared = await request.patch(`/api/private/stem/project/${project.id}/`, { headers, data: { users } });
  expect(shared.status(), await shared.text()).toBe(200);
  const session = await make('stem/session', { name: `Lost ${owner.slice(0, 8)}`, projects: [project.id] });
  await make('stem/epoch', { session: session.id, name: 'Rest' });
  const answer = await request.delete(`/api/private/stem/session/${session.id}/`, { headers: theirs });
  expect(answer.status()).toBe(204);
  return { owner, reader, project, session };
}

test('an owner finds what a helper deleted and brings it back; a reader is told nothing', async ({
  browser,
  page,
  request,
}) => {
  const { owner, reader, project, session } = await deleteOne(request);
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, reader, firstPassword);
  await expect(other).toHaveURL(/\/dashboard$/);
  await other.goto('/deleted');
  await expect(other.getByText('What is deleted stays here until it is brought back.')).toBeVisible();
  await expect(other.locator('main')).not.toContainText(session.name);
  await other.goto(`/sessions/${session.id}`);
  await expect(other.getByRole('button', { name: 'Restore' })).toHaveCount(0);
  await expect(other.locator('main')).not.toContainText(session.name);
  await context.close();

  await signIn(page, owner, firstPassword);
  await expect(page).toHaveURL(/\/dashboard$/);
  await page.getByRole('button', { name: /account and sign out$/ }).click();
  await page.getByRole('menuitem', { name: 'Recently deleted' }).click();
  await expect(page).toHaveURL(/\/deleted$/);
  const line = page.getByRole('list', { name: 'Deletions' }).getByRole('listitem').filter({ hasText: session.name });
  await expect(line).toContainText(`Session “${session.name}” of ${project.name}`);
  await expect(line).toContainText('Deleted by Ana Santos');
  await expect(line).toContainText('with 1 epoch');
  await expectAccessible(page);
  await page.setViewportSize({ width: 380, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.goto(`/sessions/${session.id}`);
  await expect(page.getByText(`“${session.name}” was deleted`)).toBeVisible();
  await page.goto('/subjects');
  await page.getByRole('link', { name: 'Recently deleted' }).click();
  await expect(page).toHaveURL(/\/deleted\?kind=subjects$/);
  await expect(page.getByText('No subjects that you could bring back were deleted.')).toBeVisible();
  await page.goto('/sessions');
  await page.getByRole('link', { name: 'Recently deleted' }).click();
  await line.getByRole('button', { name: /^Restore/ }).click();
  await expect(page.getByText('Session restored', { exact: true })).toBeVisible();
  await expect(line).toHaveCount(0);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: session.name })).toBeVisible();
  await expect(page.getByText('Rest').first()).toBeVisible();

  await page.goto(`/projects/${project.id}/history`);
  const changes = page.getByRole('list', { name: 'Changes' });
  await expect(changes.getByText(`Deleted session “${session.name}”`)).toBeVisible();
  await expect(changes.getByText(`Created epoch “Rest” of ${session.name}`)).toBeVisible();
  await expectAccessible(page);
});
