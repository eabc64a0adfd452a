import 'server-only';
import { randomUUID } from 'node:crypto';
import { refused, type Option } from '@/components/ui/option';
import type { Problem } from '@/lib/declare/problem';
import { AppError } from '@/lib/errors';
import { getViewer } from '@/lib/server/auth/viewer';
import type { UserViewer } from '@/lib/server/viewer';

export type Refusal = {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
  readonly problems: readonly Problem[];
  readonly data: Readonly<Record<string, unknown>>;
};

/** Runs the work of a server action for whoever is signed in. Every failure becomes an answer that a form can show. */
export async function answer<T>(work: (viewer: UserViewer) => Promise<T>): Promise<T | Refusal> {
  try {
    const viewer = await getViewer();
    if (!viewer) throw new AppError('not_signed_in');
    return await work(viewer);
  } catch (error) {
    if (error instanceof AppError && error.status < 500)
      return { ok: false, code: error.code, message: error.message, problems: error.problems, data: error.data };
    const id = randomUUID().slice(0, 8);
    console.error(`[${id}]`, error);
    const message = error instanceof AppError ? error.message : 'Something went wrong on our side.';
    return {
      ok: false,
      code: 'internal',
      message: `${message} If it happens again, tell an administrator this number: ${id}.`,
      problems: [],
      data: {},
    };
  }
}

/** Runs a look-up for whoever is signed in. What it is refused for stands in place of the options. */
export async function offered<T extends Option>(work: (viewer: UserViewer) => Promise<T[]>): Promise<(T | Option)[]> {
  const result = await answer(async (viewer) => ({ ok: true as const, options: await work(viewer) }));
  if (result.ok) return result.options;
  return refused(
    result.code === 'not_signed_in' ? 'You are signed out. Sign in on another tab, then type again.' : result.message,
  );
}

/** The same where nothing offered is all that a refusal means: a suggestion, words of one's own. */
export async function suggested<T>(none: T, work: (viewer: UserViewer) => Promise<T>): Promise<T> {
  const result = await answer(async (viewer) => ({ ok: true as const, found: await work(viewer) }));
  return result.ok ? result.found : none;
}
