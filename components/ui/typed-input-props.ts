/** What every input of one typed value takes. */
export interface TypedInputProps<T> {
  value: T | null;
  /** Null for an empty field, and for text that cannot be read (the field says so itself). */
  onChange: (value: T | null) => void;
  name?: string;
  id?: string;
  disabled?: boolean;
  required?: boolean;
  autoFocus?: boolean;
  placeholder?: string;
  className?: string;
  'aria-label'?: string;
}
