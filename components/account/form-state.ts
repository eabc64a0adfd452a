/** What a form of the account pages knows after it was sent: problems by field, and what was typed, to be kept. */
export type FormState = {
  errors: Readonly<Record<string, readonly string[]>>;
  values: Readonly<Record<string, string>>;
  /** What has been done, when all went well. */
  done?: string;
};

export const emptyForm: FormState = { errors: {}, values: {} };

/** A server action behind such a form. */
export type FormAction<S extends FormState = FormState> = (state: S, form: FormData) => Promise<S>;

/** The text of a form's field; "" when it was not sent. What comes from a browser may be no form at all. */
export function textOf(form: FormData, name: string): string {
  const value = form instanceof FormData ? form.get(name) : null;
  return typeof value === 'string' ? value : '';
}

/** The named texts of a form. Leave passwords out: what is kept is sent back to the page. */
export function textsOf<N extends string>(form: FormData, names: readonly N[]): Record<N, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(form, name)])) as Record<N, string>; // exactly these names
}
