import 'server-only';
import { AccountError } from './account-error';

/**
 * What a form is told after its action has thrown: the messages by field, and what was typed.
 * @throws the error itself when it is not about the input.
 */
export function formFailure(error: unknown, values: Readonly<Record<string, string>>) {
  if (!(error instanceof AccountError)) throw error;
  return { errors: error.fields, values };
}
