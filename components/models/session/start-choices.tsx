import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';

export type StartChoice = { readonly label: string; readonly href: string; readonly isChosen: boolean };

/** Other ways to begin a session: afresh, like the last one, from a template. Nothing where there is only one. */
export function StartChoices({ choices }: { choices: readonly StartChoice[] }) {
  if (choices.length < 2) return null;
  return (
    <nav aria-label="Start from" className="mb-4 flex flex-wrap items-center gap-2">
      <span className="text-sm text-muted-foreground">Start from</span>
      {choices.map(({ label, href, isChosen }) => (
        <Link
          key={href}
          href={href}
          aria-current={isChosen ? 'true' : undefined}
          className={buttonClass(
            'secondary',
            'md',
            isChosen ? 'border-accent! text-accent! max-md:h-11' : 'max-md:h-11',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
