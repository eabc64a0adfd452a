import type { Locator, Page } from '@playwright/test';
import { heic, makeImage, makePhoto, pdf } from '@/test/images';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

async function choose(page: Page, label: string | RegExp, text: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(text);
  await page.getByRole('option', { name: text }).first().click();
}

/** Puts an image into the real clipboard of the page. */
const copyImage = (page: Page, bytes: Buffer) =>
  page.evaluate(async (base64) => {
    const blob = new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  }, bytes.toString('base64'));

/** Drops a file on an element, as a hand does. */
async function drop(target: Locator, name: string, type: string, bytes: Buffer): Promise<void> {
  const dataTransfer = await target.page().evaluateHandle(
    ([base64, file, mime]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], file, { type: mime }));
      return data;
    },
    [bytes.toString('base64'), name, type] as const,
  );
  const box = await target.boundingBox();
  const place = { clientX: (box?.x ?? 0) + 20, clientY: (box?.y ?? 0) + 20 };
  await target.dispatchEvent('drop', { dataTransfer, ...place });
}

test('a rig is described with pasted, dropped and chosen images, which its readers see and nobody else', async ({
  as,
}) => {
  test.setTimeout(120_000);
  const page = await as('pi', { permissions: ['clipboard-read', 'clipboard-write'] });
  const name = `Rig ${Date.now().toString(36)}`;
  await page.goto('/setups/new');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await choose(page, 'Setup type', 'a');
  await choose(page, 'Shared with groups', 'Okafor');
  const text = page.getByRole('textbox', { name: 'Description', exact: true });
  await text.click();
  await page.keyboard.type('The camera: ');

  await test.step('images come by the clipboard, by dropping and by choosing', async () => {
    await copyImage(page, await makeImage({ width: 300, height: 200 }));
    await page.keyboard.press('ControlOrMeta+V');
    await expect(text.locator('img[src^="/files/"]')).toHaveCount(1);
    await drop(text, 'Lick spout.jpg', 'image/jpeg', await makePhoto(200, 120));
    await expect(text.getByRole('img', { name: 'Lick spout' })).toBeVisible();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Insert image' }).click();
    await (await chooser).setFiles({ name: 'x.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') });
    await expect(page.getByRole('alert').filter({ hasText: 'This type of file is not stored' })).toBeVisible();
    const again = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Insert image' }).click();
    await (await again).setFiles({ name: 'IMG_2041.HEIC', mimeType: '', buffer: heic });
    await expect(text.locator('img[src^="/files/"]')).toHaveCount(3);
  });

  await test.step('one is described, another removed', async () => {
    await text.getByRole('img', { name: 'Lick spout' }).click();
    await page.getByRole('button', { name: 'Describe or remove image' }).click();
    await page.getByRole('dialog').getByLabel('Description').fill('The spout from the left');
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Describe', exact: true }).click();
    await text.locator('img[src^="/files/"]:not([alt="The spout from the left"])').last().click();
    await page.keyboard.press('Delete');
    await expect(text.locator('img[src^="/files/"]')).toHaveCount(2);
  });

  await test.step('the setup’s own picture is put in, replaced, taken away and put back', async () => {
    const picture = page.getByRole('group', { name: 'Image', exact: true });
    await picture
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: pdf });
    await expect(picture.getByRole('alert')).toContainText('Expected an image');
    const [first, second] = [await makeImage({ width: 900, height: 600 }), await makePhoto()];
    await picture
      .locator('input[type=file]')
      .setInputFiles({ name: 'front.png', mimeType: 'image/png', buffer: first });
    await expect(picture.getByRole('img', { name: 'Image: front.png' })).toBeVisible();
    await drop(picture.getByText('Drop another here'), 'side.jpg', 'image/jpeg', second);
    await expect(picture.getByRole('img', { name: 'Image: side.jpg' })).toBeVisible();
    await picture.getByRole('button', { name: 'Remove image' }).click();
    await expect(picture.getByRole('img')).toHaveCount(0);
    await picture.getByRole('button', { name: 'Put it back' }).click();
    await expect(picture.getByRole('img', { name: 'Image: side.jpg' })).toBeVisible();
    await expectAccessible(page);
  });

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  const address = page.url();

  const images = await test.step('a colleague sees them, with the right shape, also on a telephone', async () => {
    const colleague = await as('student', { viewport: { width: 380, height: 740 } });
    await colleague.goto(address);
    const shown = colleague
      .getByRole('img', { name: /^$|The spout from the left|Image: side\.jpg/ })
      .or(colleague.locator('img[src^="/files/"]'));
    await expect(shown).toHaveCount(3);
    for (const one of await shown.all()) {
      await one.scrollIntoViewIfNeeded();
      await expect
        .poll(() => one.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
        .toBeTruthy();
    }
    await expectNoSidewaysScroll(colleague);
    await expectAccessible(colleague);
    const sources = await shown.evaluateAll((all) => all.map((one) => one.getAttribute('src') ?? ''));
    const photo = (await shown.and(colleague.getByAltText('The spout from the left')).getAttribute('src')) ?? '';
    const answer = await colleague.request.get(photo);
    expect([answer.status(), answer.headers()['content-type'], answer.headers()['cache-control']]).toEqual([
      200,
      'image/jpeg',
      expect.stringContaining('private'),
    ]);
    // Where and by what it was taken is gone.
    expect((await answer.body()).includes('Secret Telephones')).toBe(false);
    return sources;
  });

  await test.step('to a stranger, signed in or not, they do not exist', async () => {
    const stranger = await as('stranger');
    const nobody = await page.context().browser()?.newContext();
    for (const source of images) {
      expect((await stranger.request.get(source)).status(), source).toBe(404);
      expect((await nobody?.request.get(new URL(source, address).href))?.status(), source).toBe(404);
    }
    await nobody?.close();
  });
});
