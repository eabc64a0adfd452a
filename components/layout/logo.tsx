import { cn } from '@/components/ui/cn';

/** The mark: the surface of a cortex that folds into a sulcus. Same drawing as public/logo.svg. */
export function Logo({ wordmark = true, className }: { wordmark?: boolean; className?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-2', className)}>
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="size-5 shrink-0 text-accent"
        {...(wordmark ? { 'aria-hidden': true } : { role: 'img', 'aria-label': 'Sulcus' })}
      >
        <path strokeWidth="2.25" d="M2 6.5h4.2c4 0 3 8 5.8 8s1.8-8 5.8-8H22" />
        <path strokeWidth="1.75" opacity=".5" d="M2 11.5h2.5c3.5 0 3 8.5 7.5 8.5s4-8.5 7.5-8.5H22" />
      </svg>
      {wordmark ? <span className="text-lg font-semibold tracking-tight">Sulcus</span> : null}
    </span>
  );
}
