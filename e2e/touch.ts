import type { Page } from '@playwright/test';

type Point = readonly [x: number, y: number];

/** What a browser with a touch screen has. */
export const phone = { viewport: { width: 380, height: 760 }, hasTouch: true, isMobile: true };

/** Drags a finger over the page. */
export async function swipe(page: Page, [fromX, fromY]: Point, [toX, toY]: Point): Promise<void> {
  const touch = await page.context().newCDPSession(page);
  const at = (part: number) => [{ x: fromX + (toX - fromX) * part, y: fromY + (toY - fromY) * part }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (const part of [0.3, 0.6, 1])
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(part) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.detach();
}
