import { ChevronDown } from 'lucide-react';
import type { Option } from './option';

export interface OptionGroup {
  label: string;
  options: readonly Option[];
}

export const isGroup = (entry: Option | OptionGroup): entry is OptionGroup => 'options' in entry;

/** All that can be chosen, whatever the group. */
export const optionsIn = (entries: readonly (Option | OptionGroup)[]): Option[] =>
  entries.flatMap((entry) => (isGroup(entry) ? entry.options : [entry]));

interface SelectFaceProps {
  options: readonly (Option | OptionGroup)[];
  value: string | null;
  placeholder: string;
}

/** What the button of a select shows. */
export function SelectFace({ options, value, placeholder }: SelectFaceProps) {
  const chosen = optionsIn(options).find((option) => option.value === value);
  return (
    <>
      <span className="min-w-0 flex-1 truncate">{chosen?.label ?? placeholder}</span>
      <ChevronDown aria-hidden className="absolute right-2 size-4 text-muted-foreground" />
    </>
  );
}
