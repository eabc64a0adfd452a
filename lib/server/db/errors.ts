import 'server-only';
import { AppError } from '@/lib/errors';

type PgError = Error & { code: string; constraint?: string; table?: string; detail?: string };

const isPgError = (error: unknown): error is PgError =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^([0-9A-Z]{5}|E[A-Z]+)$/.test(error.code);

/** The one place where PostgreSQL's codes become ours. What it is about stays in `cause`, for the log. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof AppError || !isPgError(error)) return error;
  const { code } = error;
  if (code === '23505')
    return new AppError('conflict', {
      message: 'Another record with the same name or key exists already.',
      cause: error,
    });
  if (code === '23503') return new AppError('conflict', { message: 'A linked record no longer exists.', cause: error });
  if (code === '23514' || code === '23P01')
    return new AppError('invalid', {
      problems: [{ path: 'detail', code: 'constraint', message: 'The values contradict each other.' }],
      cause: error,
    });
  if (
    code === '22P02' ||
    code === '22007' ||
    code === '22008' ||
    code === '22003' ||
    code === '22021' ||
    code === '22P05'
  )
    return new AppError('invalid', {
      problems: [{ path: 'detail', code: 'value', message: 'A value has the wrong form or is out of range.' }],
      cause: error,
    });
  if (code === '57014')
    return new AppError('unavailable', { message: 'This took too long: ask for less at once.', cause: error });
  if (/^(08|57P|53)/.test(code) || /^E(CONN|PIPE|TIMEDOUT|NOTFOUND)/.test(code))
    return new AppError('unavailable', { cause: error });
  return error;
}

/** The name of the unique key that a conflict ran into, or null. */
export function conflictKey(error: unknown): string | null {
  return error instanceof AppError && isPgError(error.cause) && error.cause.code === '23505'
    ? (error.cause.constraint ?? null)
    : null;
}
