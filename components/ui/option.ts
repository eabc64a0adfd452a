/** One thing to choose. `value` is what is stored, `label` what people read. */
export interface Option {
  value: string;
  label: string;
  /** A second line: a code, an owner, a parent. */
  description?: string;
  /** What else it is found by. */
  words?: readonly string[];
  disabled?: boolean;
}

/** What stands in place of options where a look-up was refused. */
export const refused = (why: string): Option[] => [{ value: '', label: why, disabled: true }];

/** Why a look-up was refused; null for options. */
export function refusalIn(options: readonly Option[]): string | null {
  const [first] = options;
  return options.length === 1 && first?.value === '' && first.disabled ? first.label : null;
}
