import { typeChoices, type FamilyName } from '@/lib/vocabularies/types';
import { toOptions } from '../../fields/choice-options';
import type { Option } from '../../ui/option';

const families: Readonly<Record<string, FamilyName>> = { procedure: 'procedure', subject_log: 'subjectlog' };

/** The types that a protocol of that kind may be for, by their labels. */
export function subtypeOptions(kind: string): Option[] {
  const family = families[kind];
  return family ? toOptions(typeChoices(family)) : [];
}

/** A type as an option; one that goes with another kind of protocol keeps its code. */
export const subtypeOption = (options: readonly Option[], code: string): Option =>
  options.find(({ value }) => value === code) ?? { value: code, label: code };
