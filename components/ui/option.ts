/** One thing to choose. `value` is what is stored, `label` what people read. */
export interface Option {
  value: string;
  label: string;
  /** A second line: a code, an owner, a parent. */
  description?: string;
  disabled?: boolean;
}
