import { ArrowRight, RotateCcw } from 'lucide-react';
import Link from 'next/link';
import { Time } from '@/components/ui/time';
import { buttonClass } from '@/components/ui/button';

/** What the latest session is known by. */
export type LatestFacts = {
  readonly id: string;
  readonly name: string;
  /** Names of its subjects, those that the reader may see. */
  readonly subjects: readonly string[];
  readonly dateTime: string | null;
};

/** The shortest way to today's session: one large button that says which session it goes by. Nothing before the first one. */
export function SameAsLast({ latest, zone }: { latest: LatestFacts | null; zone: string }) {
  if (!latest) return null;
  const { id, name, subjects, dateTime } = latest;
  return (
    <Link
      href={`/sessions/new?from=${id}`}
      data-shortcut="l"
      aria-keyshortcuts="l"
      className={buttonClass(
        'secondary',
        'lg',
        'mb-4 h-auto! min-h-14 w-full justify-start! gap-3! py-2 text-left whitespace-normal! sm:w-auto sm:max-w-xl',
      )}
    >
      <RotateCcw aria-hidden className="text-accent" />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">Same as last time</span>
        <span className="block text-sm font-normal break-words text-muted-foreground">
          {[name, ...subjects].join(' · ')}
          {dateTime ? (
            <>
              {' · '}
              <Time value={dateTime} zone={zone} toMinute />
            </>
          ) : null}
        </span>
      </span>
      <ArrowRight aria-hidden />
    </Link>
  );
}
