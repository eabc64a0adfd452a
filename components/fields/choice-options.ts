import type { Choice } from '@/lib/declare/field';
import type { Option } from '../ui/option';

/** Choices as options; the category of a type is its second line. */
export const toOptions = (choices: readonly Choice[]): Option[] =>
  choices.map((choice) => ({
    value: choice.code,
    label: choice.label,
    ...('category' in choice && typeof choice.category === 'string' && choice.category
      ? { description: choice.category }
      : {}),
    ...(choice.words ? { words: choice.words } : {}),
  }));
