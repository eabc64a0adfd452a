import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { firstPassword, makeAccount, makeToken, signIn } from './account';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

/** More than this is not daily. */
const interactionsMax = 6;
const dayAgo = () => new Date(Date.now() - 24 * 3_600_000);
const dayOf = (date: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Lisbon' }).format(date);

/** Somebody of their own, with a project, an animal and yesterday's session: an acquisition in an epoch, recording files. */
async function makeRig(request: APIRequestContext) {
  const email = makeAccount();
  const headers = { Authorization: `Bearer ${makeToken(email)}` };
  const make = async (path: string, data: object): Promise<{ id: string; name: string }> => {
    const answer = await request.post(`/api/private/${path}/`, { headers, data });
    expect(answer.status(), await answer.text()).toBe(201);
    return (
      Object.values((await answer.json()) as Record<string, { id: string; name: string }>)[0] ?? { id: '', name: '' }
    );
  };
  const strains = await request.get('/api/private/taxonomies/strain/', { headers });
  const [strain] = ((await strains.json()) as { strains: { id: string }[] }).strains;
  const project = await make('stem/project', { name: `Daily ${email.slice(0, 8)}` });
  const projects = [project.id];
  const subject = await make('stem/subject', { name: 'mouse07', sex: 'F', strain: strain?.id, projects });
  const onset = dayAgo();
  const session = await make('stem/session', {
    name: `mouse07_${dayOf(onset)}_s01`,
    projects,
    date_time: onset.toISOString(),
  });
  const at = { session: session.id };
  await make('stem/sessionsubject', { ...at, subject: subject.id });
  const acquisition = await make('modules/dataacquisition', { ...at, type: 'ExtracellularEphys' });
  await make('stem/recordingfiles', { ...at, ttls: [{ id: 'ttl_cue', paths: 'TTLs/*.txt' }] });
  for (const [name, start, end] of [
    ['Baseline', '00:00:00', '00:05:00'],
    ['Task', '00:05:00', '00:55:00'],
  ] as const)
    await make('stem/epoch', {
      ...at,
      name,
      start,
      end,
      ...(name === 'Task' ? { dataacquisition: acquisition.id } : {}),
    });
  return { email, project, subject, session, today: `mouse07_${dayOf(new Date())}_s01` };
}

/** Their browser, signed in and at the dashboard. */
async function open(
  browser: Browser,
  email: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await signIn(page, email, firstPassword);
  await expect(page).toHaveURL(/\/dashboard$/);
  return page;
}

/** Does something, and counts it as one of the interactions that a daily session takes. */
function counter() {
  let count = 0;
  return { act: (work: Promise<unknown>) => ((count += 1), work), count: () => count };
}

test('today’s session, like the last one, takes at most six interactions, and can be taken back', async ({
  browser,
  request,
  baseURL,
}) => {
  const rig = await makeRig(request);
  const page = await open(browser, rig.email, { baseURL: baseURL ?? '' });
  const { act, count } = counter();
  const button = page.getByRole('link', { name: /^Same as last time/ });
  await expect(button).toContainText(`${rig.session.name} · mouse07`);
  await act(button.click());
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(rig.today);
  await expectAccessible(page);
  const along = page.getByRole('region', { name: 'What comes along' });
  for (const what of ['Baseline', 'Task', 'Extracellular Electrophysiology', 'Recording files'])
    await expect(along.getByRole('checkbox', { name: what })).toBeChecked();
  await act(along.getByRole('checkbox', { name: 'Baseline' }).click());
  await act(page.getByRole('textbox', { name: 'Experimenter' }).fill('Santos, Ana'));
  await act(page.getByRole('button', { name: 'Save session' }).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(rig.today);
  expect(count()).toBeLessThanOrEqual(interactionsMax);

  const epochs = page.getByRole('table', { name: 'Epochs' });
  await expect(epochs).toContainText('Task');
  await expect(epochs).not.toContainText('Baseline');
  await expect(page.getByRole('main')).toContainText('Santos, Ana');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
  await expect(button).toContainText(rig.session.name);
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(rig.today);
  await page.context().close();
});

test('the daily session by keyboard alone', async ({ browser, request, baseURL }) => {
  const rig = await makeRig(request);
  const page = await open(browser, rig.email, { baseURL: baseURL ?? '' });
  await expect(page.getByRole('link', { name: /^Same as last time/ })).toBeVisible();
  await page.keyboard.press('l');
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect(name).toHaveValue(rig.today);
  await expect(name).toBeFocused();
  const tick = page.getByRole('checkbox', { name: 'Baseline' });
  await tick.focus();
  await page.keyboard.press('Space');
  await expect(tick).not.toBeChecked();
  // A tick is kept like what is typed.
  await expect(page.getByText(/^Saved as draft/)).toBeVisible();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText('Restored what you typed at')).toBeVisible();
  await expect(tick).not.toBeChecked();
  await expect(name).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(rig.today);
  await expect(page.getByRole('table', { name: 'Epochs' })).not.toContainText('Baseline');

  // From this session the next one, as it stands: Enter in the name saves.
  await page.keyboard.press('n');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue(rig.today.replace('s01', 's02'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(rig.today.replace('s01', 's02'));
  await page.context().close();
});

test('the daily session on a phone, with one hand', async ({ browser, request, baseURL }) => {
  const rig = await makeRig(request);
  const phone = { viewport: { width: 380, height: 760 }, hasTouch: true, isMobile: true, colorScheme: 'dark' as const };
  const page = await open(browser, rig.email, { baseURL: baseURL ?? '', ...phone });
  await page.getByRole('link', { name: /^Same as last time/ }).tap();
  const save = page.getByRole('button', { name: 'Save session' });
  await expect(save).toBeInViewport({ ratio: 1 });
  await expectNoSidewaysScroll(page);
  for (const target of [save, page.getByRole('listitem').filter({ hasText: 'Task' })])
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await page.getByRole('listitem').filter({ hasText: 'Baseline' }).getByText('Baseline').tap();
  await expect(page.getByRole('checkbox', { name: 'Baseline' })).not.toBeChecked();
  // What has the focus is not below the bar with the way to save.
  await expect(page.getByText(/^Saved as draft/)).toBeVisible();
  for (const tick of await page.getByRole('checkbox').all()) {
    await tick.focus();
    const [focused, bar] = [await tick.boundingBox(), await save.boundingBox()];
    expect((focused?.y ?? 0) + (focused?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  }
  await expectAccessible(page);
  await save.tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(rig.today);
  await expectNoSidewaysScroll(page);

  // The animal's page leads to the next one too.
  await page.goto(`/subjects/${rig.subject.id}`);
  await page.getByRole('link', { name: 'New session like the last' }).tap();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(rig.today.replace('s01', 's02'));
  await page.context().close();
});

test('a template is made, used, renamed and deleted; a stranger never sees it', async ({
  browser,
  request,
  baseURL,
  as,
}) => {
  const rig = await makeRig(request);
  const page = await open(browser, rig.email, { baseURL: baseURL ?? '' });
  const templates = `/projects/${rig.project.id}/templates`;
  await page.goto(`/projects/${rig.project.id}`);
  await page.getByRole('button', { name: 'More for this project' }).click();
  await page.getByRole('menuitem', { name: 'Session templates' }).click();
  await expect(page.getByRole('heading', { name: 'No templates yet' })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/sessions/${rig.session.id}`);
  await page.getByRole('button', { name: 'More for this session' }).click();
  await page.getByRole('menuitem', { name: 'Save as template' }).click();
  await page.getByLabel('Name').fill('Probe day');
  await page.getByRole('button', { name: 'Save template' }).click();
  const list = page.getByRole('list', { name: 'Templates' });
  await expect(list).toContainText('Probe day');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Rename Probe day' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Probe week');
  await page.keyboard.press('Enter');
  await expect(list).toContainText('Probe week');
  await page.getByRole('button', { name: 'Delete Probe week' }).click();
  await expect(page.getByRole('heading', { name: 'No templates yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list).toContainText('Probe week');

  await page.goto('/sessions/new');
  await page.getByRole('link', { name: 'Probe week' }).click();
  await expect(page.getByRole('checkbox', { name: 'Task' })).toBeChecked();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect(name).toHaveValue(`mouse07_${dayOf(new Date())}_01`);
  const used = page.url();
  await page.getByRole('button', { name: 'Save session' }).click();
  await expect(page.getByRole('table', { name: 'Epochs' })).toContainText('Task');
  await page.context().close();

  const stranger = await as('stranger');
  for (const address of [templates, new URL(used).pathname + new URL(used).search]) {
    await stranger.goto(address);
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Nothing here');
  }
  await stranger.goto('/sessions/new');
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('New session');
  await expect(stranger.getByRole('link', { name: 'Probe week' })).toHaveCount(0);
});
