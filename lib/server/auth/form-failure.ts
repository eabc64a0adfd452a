import 'server-only';
import { problemsByField } from '@/lib/declare/problem';
import { AppError } from '@/lib/errors';

/**
 * What a form is told after its action has thrown: the messages by field, and what was typed.
 * @throws the error itself when it is not for the person to solve.
 */
export function formFailure(error: unknown, values: Readonly<Record<string, string>>) {
  if (!(error instanceof AppError) || error.status >= 500) throw error;
  return { errors: error.problems.length > 0 ? problemsByField(error.problems) : { detail: [error.message] }, values };
}
