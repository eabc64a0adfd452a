import type { Option } from './option';

/** The next choice that begins with a letter, from the chosen one on and around. */
export function nextByLetter(options: readonly Option[], value: string | null, letter: string): Option | undefined {
  const from = options.findIndex((option) => option.value === value) + 1;
  return [...options.slice(from), ...options.slice(0, from)].find(
    ({ label, disabled }) => !disabled && label.toLowerCase().startsWith(letter.toLowerCase()),
  );
}
