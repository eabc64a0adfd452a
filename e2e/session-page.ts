import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expect } from './test';

// Requests with the login cookie that change something must come from a page of the product.
export const ofThePage = { 'Sec-Fetch-Site': 'same-origin' };

type Made = { readonly session: string; readonly name: string; readonly parts: readonly string[] };

/** A session of its own with these parts, made over the API by whoever is signed in. */
export async function sessionWith(page: Page, model: string, parts: readonly object[]): Promise<Made> {
  const post = async (path: string, data: object) => {
    const response = await page.request.post(`/api/private/${path}/`, { headers: ofThePage, data });
    expect(response.status(), await response.text()).toBe(201);
    return Object.values((await response.json()) as Record<string, { id: string }>)[0]?.id ?? '';
  };
  const project = await post('stem/project', { name: `Timeline ${randomUUID()}` });
  const name = `Timeline ${randomUUID().slice(0, 8)}`;
  const session = await post('stem/session', { name, projects: [project], date_time: '2026-03-14T09:30:00Z' });
  const made: string[] = [];
  for (const part of parts) made.push(await post(model, { session, ...part }));
  return { session, name, parts: made };
}

export const epoch = (name: string, start: number, end: number) => ({ name, start: start * 60_000, end: end * 60_000 });

export const timelineOf = (page: Page) => page.getByRole('application', { name: 'Timeline of the epochs' });
export const barOf = (page: Page, name: string) =>
  timelineOf(page).getByRole('button', { name: new RegExp(`^${name},`) });

/** Drags from one place of an element to another, both as fractions of its width and height. */
export async function drag(
  page: Page,
  on: Locator,
  [fromX, fromY]: readonly [number, number],
  to: Locator,
  [toX, toY]: readonly [number, number],
): Promise<void> {
  const [a, b] = [await on.boundingBox(), await to.boundingBox()];
  if (!a || !b) throw new Error('Expected both ends of the drag on the page.');
  await page.mouse.move(a.x + a.width * fromX, a.y + a.height * fromY);
  await page.mouse.down();
  await page.mouse.move(b.x + b.width * toX, b.y + b.height * toY, { steps: 5 });
  await page.mouse.up();
}
