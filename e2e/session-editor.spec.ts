import { barOf, drag, epoch, sessionWith, timelineOf } from './session-page';
import { expect, expectAccessible, test } from './test';
import { phone } from './touch';

test('the timeline stays where it is from stroke to stroke, and grows with room for the next', async ({ as }) => {
  const page = await as('student');
  const { session } = await sessionWith(page, 'stem/epoch', []);
  await page.goto(`/sessions/${session}/edit?tab=epochs`);
  const timeline = timelineOf(page);
  for (const [name, from, to] of [
    ['Epoch 1', 0, 0.25],
    ['Epoch 2', 0.5, 0.75],
  ] as const) {
    await drag(page, timeline, [from + 0.001, 0.5], timeline, [to, 0.5]);
    await page.getByLabel('Epoch name').press('Escape');
    await expect(barOf(page, name)).toBeVisible();
  }
  // An hour was in sight before the first stroke, and is still.
  await expect(barOf(page, 'Epoch 1')).toHaveAccessibleName(/^Epoch 1, 00:00:00 to 00:15:00/);
  await expect(barOf(page, 'Epoch 2')).toHaveAccessibleName(/^Epoch 2, 00:30:00 to 00:45:00/);
  const ground = await timeline.boundingBox();
  const bar = await barOf(page, 'Epoch 2').boundingBox();
  if (!ground || !bar) throw new Error('Expected the timeline on the page.');
  expect((bar.x - ground.x) / ground.width).toBeCloseTo(0.5, 1);
  // All shows the two and no more.
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await expect(page.getByRole('button', { name: 'All', exact: true })).toBeDisabled();
});

test('a project without a group says why it has no setup to choose', async ({ as }) => {
  const page = await as('student');
  const { session } = await sessionWith(page, 'modules/behavior', []);
  await page.goto(`/sessions/${session}/edit?tab=behaviors`);
  await page
    .getByRole('button', { name: /^(New|Add) behavior$/ })
    .first()
    .click();
  await page.getByLabel('Setup').click();
  await expect(page.getByRole('paragraph').filter({ hasText: 'Only a setup that shares a group' })).toBeVisible();
});

test('who leaves with something unsaved may save on the way', async ({ as }) => {
  const page = await as('student', phone);
  const { session } = await sessionWith(page, 'stem/epoch', [epoch('Baseline', 0, 10)]);
  const done = () => page.getByRole('link', { name: 'Done' }).click();
  await page.goto(`/sessions/${session}/edit`);
  await page.getByRole('textbox', { name: 'Experimenter', exact: true }).fill('Herrera, Sofia');
  await done();
  await page.getByRole('button', { name: 'Save and leave' }).click();
  await expect(page).toHaveURL(new RegExp(`/sessions/${session}$`));
  await expect(page.getByText('Herrera, Sofia').first()).toBeVisible();

  await page.goto(`/sessions/${session}/edit?tab=epochs`);
  await barOf(page, 'Baseline').focus();
  await page.keyboard.press('n');
  await expect(page.getByText('Not saved yet: 1 added')).toBeVisible();
  await done();
  await page.getByRole('button', { name: 'Save and leave' }).click();
  await expect(page).toHaveURL(new RegExp(`/sessions/${session}$`));
  await expect(page.getByRole('table', { name: 'Epochs' }).getByRole('row')).toHaveCount(3);

  // What is refused keeps the page, and says why.
  await page.goto(`/sessions/${session}/edit`);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('');
  await done();
  await page.getByRole('button', { name: 'Save and leave' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Name' })).toBeVisible();
  await expect(page).toHaveURL(/\/edit$/);

  // What is unsaved on two tabs, one of them not in sight, is not saved unseen.
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Two tabs');
  await page.getByRole('tab', { name: /^Recording files/ }).click();
  await page.getByRole('textbox', { name: 'Bpod files' }).fill('Bpod/*.mat');
  await done();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save and leave' })).toHaveCount(0);
});

test('a note of a session is one step from its page', async ({ as }) => {
  const page = await as('student', phone);
  const { session } = await sessionWith(page, 'stem/epoch', [epoch('Baseline', 0, 10)]);
  await page.goto(`/sessions/${session}`);
  await page.getByRole('link', { name: 'Add a note or picture' }).click();
  const note = page.getByRole('textbox', { name: 'Description' });
  await expect(note).toBeFocused();
  await expect(note).toBeInViewport();
  await page.keyboard.type('Licked late.');
  await page.getByRole('form', { name: 'Session' }).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Session saved', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Done' }).click();
  await expect(page.getByText('Licked late.')).toBeVisible();
  await expectAccessible(page);
});
