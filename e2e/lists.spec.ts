import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { ask } from './ask';
import { people } from './people';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

// Several people, and many pages.
test.describe.configure({ timeout: 180_000 });

const unique = (word: string) => `${word} ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

test('a list is filtered, kept as a view and shared with a group; nobody else opens it', async ({ as }) => {
  const [pi, student, stranger] = [await as('pi'), await as('student'), await as('stranger')];
  const name = unique('Fresh males');
  await pi.goto('/subjects');
  await pi.getByRole('button', { name: 'Filters' }).click();
  await pi.getByRole('combobox', { name: 'Changed', exact: true }).click();
  await pi.getByRole('option', { name: 'Last 30 days' }).click();
  await expect(pi).toHaveURL(/f\.updated_at=30d/);
  await pi.getByRole('combobox', { name: 'Sex' }).click();
  await pi.getByRole('option', { name: 'Male', exact: true }).click();
  await expect(pi.getByRole('button', { name: 'Sex: Male' })).toBeVisible();
  await expect(pi.getByRole('button', { name: 'Changed: last 30 days' })).toBeVisible();
  await expectAccessible(pi);
  await pi.getByRole('button', { name: 'Save view…' }).click();
  await pi.getByLabel('Name of the view').fill(name);
  await pi.getByRole('combobox', { name: 'Who sees it' }).click();
  await pi.getByRole('option', { name: 'Members of Okafor Lab' }).click();
  await pi.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(pi.getByRole('navigation', { name: 'Views' }).getByRole('link', { name })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expectAccessible(pi);
  const address = new URL(pi.url());
  const link = `/subjects?view=${address.searchParams.get('view')}`;

  await student.goto('/subjects');
  await student.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }).click();
  await expect(student.getByRole('button', { name: 'Sex: Male' })).toBeVisible();
  await stranger.goto(link);
  await expect(stranger.getByText('This view is not there')).toBeVisible();
  await expect(stranger.getByText(name)).toHaveCount(0);

  await pi.getByRole('button', { name: `More for the view ${name}` }).click();
  await pi.getByRole('menuitem', { name: 'Delete view' }).click();
  await expect(pi.getByRole('link', { name })).toHaveCount(0);
  await pi.getByRole('button', { name: 'Undo' }).last().click();
  await expect(pi.getByRole('navigation', { name: 'Views' }).getByRole('link', { name })).toBeVisible();
});

test('two ends of a stretch and another filter count, though all are typed before the list has answered', async ({
  as,
}) => {
  const page = await as('pi');
  await page.goto('/sessions');
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('combobox', { name: 'Date and time', exact: true }).click();
  await page.getByRole('option', { name: 'Between two days…' }).click();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/sessions\?.*_rsc=/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('textbox', { name: 'Date and time, from' }).fill('2026-01-02');
  await page.getByRole('textbox', { name: 'Date and time, to' }).fill('2026-01-03');
  await page.getByRole('textbox', { name: 'Search sessions' }).or(page.getByRole('searchbox')).fill('M0');
  // Typing pauses.
  await page.waitForTimeout(800);
  release();
  await expect(page).toHaveURL(/f\.date_time=2026-01-02\.\.2026-01-03/);
  await expect(page).toHaveURL(/q=M0/);
  await expect(page.getByRole('textbox', { name: 'Date and time, from' })).toHaveValue('2026-01-02');
});

test('rows are chosen by Shift and by key, exported, and deleted with undo; a card tells a row’s facts', async ({
  as,
}) => {
  const page = await as('pi');
  const word = unique('Listed').replace(' ', '');
  for (const letter of ['A', 'B', 'C']) {
    await page.goto('/projects/new');
    await page.getByLabel('Name', { exact: false }).first().fill(`${word}-${letter}`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${word}-${letter}`);
  }
  await page.goto(`/projects?q=${word}&sort=name&cols=name,created_at`);
  await page.getByRole('checkbox', { name: `Select ${word}-A` }).click();
  await page.getByRole('checkbox', { name: `Select ${word}-B` }).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toContainText('2 projects selected');
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    bar
      .getByRole('button', { name: 'Export' })
      .click()
      .then(() => page.getByRole('menuitem', { name: 'CSV The columns shown' }).click()),
  ]);
  expect(file.suggestedFilename()).toMatch(/^projects-selected-\d{4}-\d{2}-\d{2}\.csv$/);
  const rows = parse(await readFile(await file.path(), 'utf8')) as string[][];
  expect(rows.map(([name]) => name)).toEqual(['Name', `${word}-A`, `${word}-B`]);

  await page.getByRole('link', { name: `${word}-C`, exact: true }).focus();
  await page.keyboard.press('x');
  await expect(bar).toContainText('3 projects selected');
  await page.keyboard.press('i');
  const card = page.getByRole('dialog', { name: `Facts of ${word}-C` });
  await expect(card.getByRole('link', { name: 'Edit' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: `${word}-C`, exact: true })).toBeFocused();

  await bar.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete projects' }).click();
  await expect(page.getByText('No projects found')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByRole('link', { name: `${word}-A`, exact: true })).toBeVisible();

  await page.setViewportSize({ width: 380, height: 760 });
  await page.getByRole('button', { name: /^Filters/ }).click();
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test('sessions are tagged and moved together after a look at what changes and who will see them, and set back', async ({
  as,
}) => {
  const [pi, student] = [await as('pi'), await as('student')];
  const word = unique('Together').replace(' ', '');
  await pi.goto('/sessions');
  const newProject = async (name: string) => {
    const { project } = (await ask(pi, 'POST', 'stem/project/', { name })) as { project: { id: string } };
    return project.id;
  };
  const own = await newProject(`${word} own`);
  await ask(pi, 'PATCH', `stem/project/${await newProject(`${word} shared`)}/`, { groups: { 'Okafor Lab': {} } });
  const sessions: string[] = [];
  for (const day of [1, 2, 3]) {
    const tags = day === 1 ? ['pilot'] : [];
    const { session } = (await ask(pi, 'POST', 'stem/session/', {
      name: `${word}-${day}`,
      projects: [own],
      tags,
    })) as { session: { id: string } };
    sessions.push(session.id);
  }
  await pi.goto(`/sessions?q=${word}&sort=name&cols=name,tags`);
  const bar = pi.getByRole('region', { name: 'Selection' });
  const dialog = pi.getByRole('dialog');
  const choose = async (task: string) => {
    await bar.getByRole('button', { name: 'Change' }).click();
    await pi.getByRole('menuitem', { name: task }).click();
  };

  await pi.getByRole('checkbox', { name: `Select ${word}-1` }).click();
  await pi.getByRole('checkbox', { name: `Select ${word}-3` }).click({ modifiers: ['Shift'] });
  await choose('Tags…');
  await dialog.getByRole('combobox', { name: 'Add' }).fill('pilot');
  await pi.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Remove pilot' })).toBeVisible();
  await pi.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog.getByText('2 sessions change · 1 is so already.')).toBeVisible();
  // Somebody changes one of them meanwhile: nothing is done, and it is shown anew.
  await ask(pi, 'PATCH', `stem/session/${sessions[1]}/`, { experimenter: 'Sofía Herrera' });
  await dialog.getByRole('button', { name: 'Change 2 sessions' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Something has changed since you looked');
  await dialog.getByRole('button', { name: 'Change 2 sessions' }).click();
  const tagged = pi.getByRole('cell', { name: 'pilot' });
  await expect(tagged).toHaveCount(3);
  await pi.getByRole('button', { name: 'Undo' }).last().click();
  await expect(tagged).toHaveCount(1);

  await pi.getByRole('checkbox', { name: `Select ${word}-3` }).click();
  await choose('Move to another project…');
  await dialog.getByRole('combobox', { name: 'To the project' }).fill(`${word} shared`);
  await pi.getByRole('option', { name: `${word} shared` }).click();
  await expectAccessible(pi);
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog.getByRole('list', { name: 'Will newly see them' })).toContainText(
    `Sofía Herrera${people.student} · through Okafor Lab`,
  );
  await expect(dialog.getByRole('list', { name: 'Sessions before and after' })).toContainText(
    new RegExp(`from ${word} own.*to ${word} shared`),
  );
  await expectAccessible(pi);
  await pi.setViewportSize({ width: 380, height: 760 });
  await expectNoSidewaysScroll(pi);
  await student.goto(`/sessions?q=${word}`);
  await expect(student.getByText('No sessions found')).toBeVisible();
  await dialog.getByRole('button', { name: 'Change 2 sessions' }).click();
  const undo = pi.getByRole('button', { name: 'Undo' }).last();
  await expect(undo).toBeVisible();
  await student.reload();
  await expect(student.getByRole('link', { name: `${word}-1`, exact: true })).toBeVisible();
  await expect(student.getByRole('link', { name: `${word}-3`, exact: true })).toHaveCount(0);
  await undo.click();
  await expect(pi.getByText('Change undone').last()).toBeVisible();
  await student.reload();
  await expect(student.getByText('No sessions found')).toBeVisible();
});

test('sessions name their subjects in lists, on the dashboard and in public, and what many there are is counted', async ({
  as,
}) => {
  const page = await as('pi');
  const rows = page.getByRole('table', { name: 'Sessions' }).getByRole('row');
  const named = rows.filter({ hasText: /[MR]0\d\d_\d{4}/ }).first();
  for (const path of ['/dashboard', '/sessions?q=_01']) {
    await page.goto(path);
    await expect(page.getByRole('columnheader', { name: 'Subjects' })).toBeVisible();
  }
  await named.getByRole('link', { name: /^[MR]0\d\d$/ }).click();
  await expect(page).toHaveURL(/\/subjects\//);

  // The first two, and how many more.
  const word = unique('Herd');
  const { project } = (await ask(page, 'POST', 'stem/project/', { name: word })) as { project: { id: string } };
  const { strains } = (await ask(page, 'GET', 'taxonomies/strain/?limit=1')) as { strains: { id: string }[] };
  const { session } = (await ask(page, 'POST', 'stem/session/', { name: word, projects: [project.id] })) as {
    session: { id: string };
  };
  for (const name of ['one', 'two', 'three']) {
    const { subject } = (await ask(page, 'POST', 'stem/subject/', {
      name,
      sex: 'F',
      strain: strains[0]?.id,
      projects: [project.id],
    })) as { subject: { id: string } };
    await ask(page, 'POST', 'stem/sessionsubject/', { session: session.id, subject: subject.id });
  }
  await page.goto(`/projects/${project.id}`);
  await expect(rows.filter({ hasText: word }).getByRole('cell').last()).toHaveText('one, two +1 more');
  await page.goto('/public');
  await page.locator('main a[href^="/public/projects/"]').first().click();
  await expect(named.getByRole('link', { name: /^[MR]0\d\d$/ })).toHaveAttribute('href', /^\/public\/subjects\//);
});
