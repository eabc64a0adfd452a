'use client';

import { useRouter } from 'next/navigation';
import type { Option } from '../ui/option';
import { Select } from '../ui/select';
import type { OptionGroup } from '../ui/select-face';
import { historyHref } from './history-href';

interface HistoryFilterProps {
  base: string;
  person: string | null;
  field: string | null;
  people: readonly Option[];
  /** The record and its parts, each with its fields. */
  fields: readonly OptionGroup[];
}

/** Narrows the history by who wrote and by what changed, in the address. */
export function HistoryFilter({ base, person, field, people, fields }: HistoryFilterProps) {
  const router = useRouter();
  const go = (next: { person: string | null; field: string | null }) => router.push(historyHref(base, next));
  return (
    <div role="group" aria-label="Show" className="flex flex-wrap gap-2">
      <Select
        aria-label="Person"
        className="w-full sm:w-56"
        placeholder="Anyone"
        clearable
        options={people}
        value={person}
        onChange={(next) => go({ person: next, field })}
      />
      <Select
        aria-label="Field"
        className="w-full sm:w-56"
        placeholder="Everything"
        clearable
        options={fields}
        value={field}
        onChange={(next) => go({ person, field: next })}
      />
    </div>
  );
}
