import type { Page } from '@playwright/test';

/** Asks the API as whoever is signed in on the page. */
export async function ask(page: Page, method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  return page.evaluate(
    async ([how, where, what]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`/api/private/${where}`, { method: how, headers, ...(what ? { body: what } : {}) });
      if (!response.ok) throw new Error(await response.text());
      return response.json();
    },
    [method, path, body ? JSON.stringify(body) : ''] as const,
  );
}
