import 'server-only';
import { AppError } from '@/lib/errors';

/** What the person at a page can do something about: too many, or an address that names nothing. Anything else goes on. */
export function refusal(error: unknown): AppError {
  if (error instanceof AppError && error.status < 500) return error;
  throw error;
}
