'use client';

import { useRouter } from 'next/navigation';
import type { Option } from '../ui/option';
import { Select } from '../ui/select';

/** Narrows what was deleted to one kind, in the address. */
export function DeletedKinds({ kinds, value }: { kinds: readonly Option[]; value: string | null }) {
  const router = useRouter();
  return (
    <Select
      aria-label="Kind"
      className="w-full sm:w-56"
      placeholder="Everything"
      clearable
      options={kinds}
      value={value}
      onChange={(next) => router.push(next ? `/deleted?kind=${next}` : '/deleted')}
    />
  );
}
