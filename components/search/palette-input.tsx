import { Command } from 'cmdk';
import { Search, X } from 'lucide-react';
import { parseSearch, type NamedKind } from '@/lib/declare/search-query';
import { Kbd } from '../ui/kbd';

interface PaletteInputProps {
  kinds: readonly NamedKind[];
  kind: NamedKind | null;
  text: string;
  onChange: (text: string, kind: NamedKind | null) => void;
}

/** What is typed, with a chip for the kind to look in: `subject:` makes one, Backspace before the text takes it away. */
export function PaletteInput({ kinds, kind, text, onChange }: PaletteInputProps) {
  function change(next: string) {
    const named = parseSearch(next, kinds);
    if (!named.kind) return onChange(next, kind);
    onChange(named.text, kinds.find(({ name }) => name === named.kind) ?? null);
  }

  return (
    <div className="flex items-center gap-2.5 border-b px-4">
      <Search aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      {kind ? (
        <button
          type="button"
          onClick={() => onChange(text, null)}
          aria-label={`Only in ${kind.labelPlural}; search everything`}
          className="inline-flex h-6 shrink-0 items-center gap-1 rounded border border-accent/30 bg-accent/10 px-1.5 text-sm text-accent"
        >
          {kind.labelPlural}
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
      <Command.Input
        autoFocus
        value={text}
        onValueChange={change}
        onKeyDown={(event) => {
          if (event.key === 'Backspace' && text === '' && kind) onChange('', null);
        }}
        placeholder={kind ? 'Name, tag, number…' : 'Name, tag, number, person, page…'}
        className="h-12 w-full min-w-0 bg-transparent text-lg outline-none"
      />
      <Kbd aria-hidden>Esc</Kbd>
    </div>
  );
}
