import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { lifeSpans, windowOf, type Life, type LifeSpan } from './life-events';
import { LifeList } from './life-list';
import { LifeTimeline } from './life-timeline';

interface LifeCardProps {
  life: Life;
  birth: string | null;
  death: string | null;
  span: LifeSpan;
  /** The page, for the links that look closer. */
  href: string;
  now: number;
  zone: string;
}

/** One life as a timeline that can be looked at closely, and the same as a list. */
export function LifeCard({ life, birth, death, span, href, now, zone }: LifeCardProps) {
  return (
    <Card
      title="Timeline"
      action={
        <nav aria-label="Stretch of life" className="-mr-2 flex flex-wrap gap-0.5">
          {lifeSpans.map(({ value, label }) => (
            <Link
              key={value}
              href={value === 'all' ? href : `${href}?life=${value}`}
              scroll={false}
              prefetch={false}
              aria-current={value === span ? 'page' : undefined}
              className={buttonClass(value === span ? 'secondary' : 'ghost', 'sm')}
            >
              {label}
            </Link>
          ))}
        </nav>
      }
    >
      {life.items.length === 0 ? (
        <p className="text-sm text-muted-foreground">
          Nothing dated yet: a date of birth, a procedure, a log or a session begins it.
        </p>
      ) : (
        <>
          <LifeTimeline
            life={life}
            window={windowOf(life, { birth, death }, span, now)}
            birth={birth}
            death={death}
            zone={zone}
          />
          <LifeList items={life.items} zone={zone} />
        </>
      )}
      {life.undated > 0 ? (
        <p className="mt-2 text-sm text-muted-foreground">
          {life.undated} {life.undated === 1 ? 'thing has' : 'things have'} no date and so no place here.
        </p>
      ) : null}
    </Card>
  );
}
