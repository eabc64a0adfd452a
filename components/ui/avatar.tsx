import { cn } from './cn';

/** The initials of a person or a group: of "Ada M. Lovelace", "AL". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}

/** Decorative: the name stands beside it, or the control around it is labelled. */
export function Avatar({
  name,
  size = 'md',
  className,
}: {
  name: string;
  size?: 'sm' | 'md' | 'lg';
  className?: string;
}) {
  return (
    <span
      aria-hidden
      data-initials={initialsOf(name)}
      className={cn(
        'inline-flex shrink-0 items-center justify-center rounded-full bg-accent/15 font-semibold text-accent select-none before:content-[attr(data-initials)]',
        size === 'sm' ? 'size-5 text-[0.5625rem]' : size === 'lg' ? 'size-10 text-base' : 'size-7 text-xs',
        className,
      )}
    />
  );
}
