'use client';

import { Search } from 'lucide-react';
import { Input } from '../ui/input';
import { useLateText } from '../ui/use-late-text';

interface SearchBoxProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
}

/** The words that a list is searched for; asked for when typing pauses. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const typed = useLateText(value, onChange);
  return (
    <form role="search" className="relative w-full sm:w-72" onSubmit={(event) => event.preventDefault()}>
      <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-muted-foreground" />
      <Input
        type="search"
        aria-label={`Search ${label.toLowerCase()}`}
        placeholder={`Search ${label.toLowerCase()}`}
        className="pl-8"
        {...typed}
      />
    </form>
  );
}
