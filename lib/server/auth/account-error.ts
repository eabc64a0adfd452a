import 'server-only';

/** Input about an account that cannot be accepted: messages for people, by field. `detail` stands for none in particular. */
export class AccountError extends Error {
  override name = 'AccountError';

  constructor(readonly fields: Readonly<Record<string, readonly string[]>>) {
    super(Object.values(fields).flat().join(' '));
  }
}
