import 'server-only';
import { randomUUID } from 'node:crypto';
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
