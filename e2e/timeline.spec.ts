import type { Page } from '@playwright/test';
import { barOf, drag, epoch, ofThePage, sessionWith, timelineOf } from './session-page';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';
import { phone, swipe } from './touch';

async function saveAndReload(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save timeline' }).click();
  await expect(page.getByRole('button', { name: 'Save timeline' })).toBeDisabled();
  await expect(page.getByText('Not saved yet')).toHaveCount(0);
  await page.reload();
}

test('epochs are drawn, moved, resized and split by mouse, pasted, and saved together', async ({ as }) => {
  const page = await as('student');
  const { session, name: sessionName } = await sessionWith(page, 'stem/epoch', [epoch('Baseline', 0, 10)]);
  await page.goto(`/sessions/${session}/edit?tab=epochs`);
  const timeline = timelineOf(page);
  // Ten minutes and a little room are in sight: 0.93 of the width is minute ten.
  await expect(barOf(page, 'Baseline')).toHaveAccessibleName('Baseline, 00:00:00 to 00:10:00, 00:10:00 long');

  await test.step('drawing snaps to the edge of the neighbour and opens an hour', async () => {
    await page.getByRole('button', { name: 'Zoom out' }).click();
    const edge = await barOf(page, 'Baseline').boundingBox();
    const ground = await timeline.boundingBox();
    if (!edge || !ground) throw new Error('Expected the timeline on the page.');
    const end = (edge.x + edge.width - ground.x) / ground.width;
    await drag(page, timeline, [end + 0.005, 0.75], timeline, [end + 0.2, 0.75]);
    await expect(barOf(page, 'Epoch 2')).toHaveAccessibleName(/^Epoch 2, 00:10:00 to /);
    await expect(page.getByText('Not saved yet: 1 added')).toBeVisible();
    // One types its name at once; until then undo is that of the timeline.
    await expect(page.getByLabel('Epoch name')).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(barOf(page, 'Epoch 2')).toHaveCount(0);
    await page.keyboard.press('Control+Shift+z');
    await expect(barOf(page, 'Epoch 2')).toBeVisible();
  });

  await test.step('exact times are typed, wrong ones are not taken', async () => {
    const form = page.getByRole('form', { name: 'Exact times of Epoch 2' });
    await form.getByLabel('End').fill('0:05:00');
    await form.getByLabel('Epoch name').focus();
    await expect(form.getByText('It ends before it starts.')).toBeVisible();
    await form.getByLabel('End').fill('16 min');
    await form.getByLabel('Epoch name').fill('Task');
    await page.keyboard.press('Enter');
    await expect(barOf(page, 'Task')).toHaveAccessibleName(/^Task, 00:10:00 to 00:16:00/);
    await expect(barOf(page, 'Task')).toBeFocused();
  });

  await test.step('moving over a neighbour shows the overlap, in words too', async () => {
    await drag(page, barOf(page, 'Task'), [0.5, 0.5], barOf(page, 'Task'), [0, 0.5]);
    await expect(barOf(page, 'Task')).toHaveAccessibleName(/Overlaps Baseline for 00:03:00/);
    await expect(page.getByRole('list', { name: 'Epochs' })).toContainText('Overlaps Task for 00:03:00');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(barOf(page, 'Task')).toHaveAccessibleName(/^Task, 00:10:00 to 00:16:00, 00:06:00 long, not saved/);
  });

  await test.step('an end is dragged to a round time, and a part is cut off', async () => {
    await drag(page, barOf(page, 'Baseline'), [0.995, 0.5], barOf(page, 'Baseline'), [0.502, 0.5]);
    await expect(barOf(page, 'Baseline')).toHaveAccessibleName(/^Baseline, 00:00:00 to 00:05:00/);
    await expect(barOf(page, 'Task')).toHaveAccessibleName(/Gap of 00:05:00 after Baseline/);
    await barOf(page, 'Task').click();
    await page.getByLabel('Split at').fill('12:30');
    await page.getByRole('button', { name: 'Split', exact: true }).click();
    await expect(barOf(page, 'Task')).toHaveAccessibleName(/^Task, 00:10:00 to 00:12:30/);
    await expect(barOf(page, 'Task 2')).toHaveAccessibleName(/^Task 2, 00:12:30 to 00:16:00/);
  });

  await test.step('rows of a spreadsheet are looked at before they are added', async () => {
    await page.getByRole('button', { name: 'Paste rows' }).click();
    const dialog = page.getByRole('dialog', { name: 'Paste epochs' });
    await dialog.getByLabel('Rows').fill('epoch\tstart\tduration\nTask\t16:00\t4 min\nRest\tlater\t5 min');
    await expect(dialog.getByText('Row 2, Name: There is an epoch “Task” already.')).toBeVisible();
    await expect(dialog.getByText(/^Row 3, Start:/)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Add 2 epochs' })).toBeDisabled();
    await dialog.getByLabel('Rows').fill('epoch\tstart\tduration\nReward\t16:00\t4 min\nRest\t20:00\t5 min');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Add 2 epochs' }).click();
    await expect(barOf(page, 'Rest')).toHaveAccessibleName(/^Rest, 00:20:00 to 00:25:00/);
    await expectAccessible(page);
  });

  await test.step('what is not saved survives a reload and is in another browser; what is saved shows the same', async () => {
    await expect(page.getByText(/^Saved as draft/)).toBeVisible();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(page.getByText('Not saved yet: 1 changed, 4 added')).toBeVisible();
    await expect(page.getByText('Restored what you typed at')).toBeVisible();
    const other = await as('student');
    await other.goto('/dashboard');
    await other
      .getByRole('link', { name: `Continue: Timeline of the epochs in ${sessionName}` })
      .first()
      .click();
    await expect(other.getByText('Restored what you typed in another browser')).toBeVisible();
    await expect(other.getByText('Not saved yet: 1 changed, 4 added')).toBeVisible();
    await other.close();
    await saveAndReload(page);
    await expect(page.getByRole('button', { name: 'Save timeline' })).toBeDisabled();
    for (const name of [
      'Baseline, 00:00:00 to 00:05:00, 00:05:00 long',
      'Task, 00:10:00 to 00:12:30, 00:02:30 long, Gap of 00:05:00 after Baseline',
      'Task 2, 00:12:30 to 00:16:00, 00:03:30 long',
      'Reward, 00:16:00 to 00:20:00, 00:04:00 long',
      'Rest, 00:20:00 to 00:25:00, 00:05:00 long',
    ])
      await expect(timeline.getByRole('button', { name, exact: true })).toBeVisible();
  });
});

test('the timeline by keyboard alone, and a save that meets another', async ({ as }) => {
  const page = await as('student');
  const { session, parts } = await sessionWith(page, 'stem/epoch', [epoch('Baseline', 0, 10), epoch('Task', 10, 50)]);
  await page.goto(`/sessions/${session}/edit?tab=epochs`);
  await barOf(page, 'Baseline').focus();
  await page.keyboard.press('ArrowDown');
  await expect(barOf(page, 'Task')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: /^Task, 00:10:30 to 00:50:30/ })).toBeAttached();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(barOf(page, 'Task')).toHaveAccessibleName(/^Task, 00:10:30 to 00:50:00/);
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await expect(barOf(page, 'Task')).toHaveAccessibleName(/^Task, 00:10:00 to 00:50:00/);
  await page.keyboard.press('s');
  await expect(barOf(page, 'Task 2')).toHaveAccessibleName(/^Task 2, 00:30:00 to 00:50:00/);
  await expect(barOf(page, 'Task 2')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Late task');
  await page.keyboard.press('Tab');
  await page.keyboard.type('31 min');
  await page.keyboard.press('Enter');
  await expect(barOf(page, 'Late task')).toHaveAccessibleName(/^Late task, 00:31:00 to 00:50:00/);
  await page.keyboard.press('n');
  await expect(barOf(page, 'Epoch 4')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(barOf(page, 'Epoch 4')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(barOf(page, 'Epoch 4')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(barOf(page, 'Epoch 4')).toHaveCount(0);

  await test.step('somebody else moves the same end: nothing is overwritten', async () => {
    await page.request.patch(`/api/private/stem/epoch/${parts[1]}/`, {
      headers: ofThePage,
      data: { end: 28 * 60_000 },
    });
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Someone else changed end of Task too')).toBeVisible();
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await expect(barOf(page, 'Task')).toHaveAccessibleName(/^Task, 00:10:00 to 00:28:00/);
    await saveAndReload(page);
    await expect(barOf(page, 'Task')).toHaveAccessibleName(/^Task, 00:10:00 to 00:28:00/);
    await expect(barOf(page, 'Late task')).toHaveAccessibleName(/^Late task, 00:31:00 to 00:50:00/);
  });
});

test('modules and cameras are copied and put in order by keyboard and by mouse', async ({ as }) => {
  const page = await as('student');
  const { session } = await sessionWith(page, 'modules/dataacquisition', [
    { type: 'VideoTracking', order: 0 },
    { type: 'ExtracellularEphys', order: 1 },
  ]);
  await page.goto(`/sessions/${session}/edit?tab=data_acquisition`);
  const list = page.getByRole('list', { name: 'Data acquisitions' });
  await list.getByRole('button', { name: 'Duplicate Video Tracking' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('form', { name: 'Data acquisition' }).getByLabel('Notes').fill('The copy');
  await page.keyboard.press('Control+s');
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await expect(list.getByRole('listitem').last()).toContainText('The copy');
  await list.getByRole('button', { name: /^Move/ }).last().focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('status').filter({ hasText: 'is now 2 of 3' })).toBeAttached();
  await expect(list.getByRole('button', { name: /^Move/ }).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(list.getByRole('listitem').first()).toContainText('The copy');
  // Whether or not the last move has reached the server.
  await page.reload();
  await expect(list.getByRole('listitem').first()).toContainText('The copy');
  await expectAccessible(page);
  await drag(page, list.getByRole('button', { name: /^Move/ }).first(), [0.5, 0.5], list, [0.9, 0.95]);
  await expect(list.getByRole('listitem').last()).toContainText('The copy');

  await page.getByRole('tab', { name: 'Recording files' }).click();
  await page.getByRole('button', { name: 'Add TTL' }).click();
  await page.getByRole('textbox', { name: 'Id, TTL 1' }).fill('ttl1');
  await page.getByRole('button', { name: 'Duplicate TTL 1' }).click();
  await expect(page.getByRole('textbox', { name: 'Id, TTL 2' })).toHaveValue('ttl2');
  await page.getByRole('button', { name: 'Move TTL 2', exact: true }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('textbox', { name: 'Id, TTL 1' })).toHaveValue('ttl2');
});

test('an order that the server did not take is kept, and saved by the next visit', async ({ as }) => {
  const page = await as('student');
  const model = 'modules/dataacquisition';
  const { session, parts } = await sessionWith(page, model, [
    { type: 'VideoTracking', order: 0 },
    { type: 'ExtracellularEphys', order: 1 },
  ]);
  await page.goto(`/sessions/${session}/edit?tab=data_acquisition`);
  const rows = page.getByRole('list', { name: 'Data acquisitions' }).getByRole('listitem');
  const order = () =>
    Promise.all(
      parts.map(async (id) => {
        const answered = (await (await page.request.get(`/api/private/${model}/${id}/`)).json()) as object;
        return (Object.values(answered)[0] as { order: number }).order; // one record under its name
      }),
    );
  const moveUp = async () => {
    await rows.last().getByRole('button', { name: /^Move/ }).focus();
    await page.keyboard.press('ArrowUp');
  };
  const notSaved = page.getByText('Order of the data acquisitions not saved yet', { exact: true });

  await page.route('**/edit?*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await moveUp();
  await expect(notSaved).toBeVisible();
  await expect(rows.first()).toContainText('Extracellular');
  await page.unrouteAll();
  await page.reload();
  await expect(rows.first()).toContainText('Extracellular');
  await expect.poll(order).toEqual([1, 0]);

  // Also what the page has not loaded yet, such as the message, comes with the connection.
  await page.reload();
  await page.context().setOffline(true);
  await moveUp();
  await expect(rows.first()).toContainText('Video');
  await page.context().setOffline(false);
  await expect.poll(order).toEqual([0, 1]);
  await expect(notSaved).toHaveCount(0);
  await expect(rows.first()).toContainText('Video');
});

test('the timeline on a phone: picked, moved and drawn with a finger', async ({ as }) => {
  const page = await as('student', phone);
  const { session } = await sessionWith(page, 'stem/epoch', [epoch('Baseline', 0, 10)]);
  await page.goto(`/sessions/${session}/edit?tab=epochs`);
  await barOf(page, 'Baseline').tap();
  await expect(barOf(page, 'Baseline')).toBeFocused();
  const draw = page.getByRole('button', { name: 'Draw with a finger' });
  await draw.tap();
  await expect(draw).toHaveAttribute('aria-pressed', 'true');
  const box = await barOf(page, 'Baseline').boundingBox();
  const ground = await timelineOf(page).boundingBox();
  if (!box || !ground) throw new Error('Expected the timeline on the page.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await swipe(page, [x, y], [x + 70, y]);
  await expect(barOf(page, 'Baseline')).toHaveAccessibleName(/^Baseline, 00:02:00 to 00:12:00/);
  const low = ground.y + ground.height - 4;
  await swipe(page, [ground.x + 2, low], [ground.x + 42, low]);
  await expect(barOf(page, 'Epoch 2')).toHaveAccessibleName(/^Epoch 2, 00:00:00 to /);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
