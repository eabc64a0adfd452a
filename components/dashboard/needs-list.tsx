import Link from 'next/link';
import { Badge, type Tone } from '../ui/badge';
import { PanelEmpty } from './panel';

/** Something to do, with the way to get it done. */
export interface Need {
  id: string;
  /** “Draft” */
  kind: string;
  tone: Tone;
  /** What it is about. */
  text: string;
  /** What is the matter with it: “lacks TTLs and cameras”. */
  note?: string;
  /** Where it is mended, with a verb: the exact field, the page of the answer. Nothing for what is only told. */
  fix?: { label: string; href: string; hint?: string };
}

/** So many lines are shown before one asks for all; the line that leads to the rest is one of them. */
const linesMax = 7;

interface NeedsListProps {
  needs: readonly Need[];
  showAll: boolean;
  /** The same page with all, and without. */
  hrefs: { all: string; first: string };
}

/** The needs that are shown at first: all of them where one line more is enough. */
export const firstNeeds = (needs: readonly Need[]): readonly Need[] =>
  needs.length <= linesMax ? needs : needs.slice(0, linesMax - 1);

/** What needs doing, each with its fix. */
export function NeedsList({ needs, showAll, hrefs }: NeedsListProps) {
  if (needs.length === 0)
    return <PanelEmpty>Nothing. Your sessions have what exports need, and nobody waits for you.</PanelEmpty>;
  const first = firstNeeds(needs);
  const hasRest = first.length < needs.length;
  return (
    <>
      <ul aria-label="What needs doing">
        {(showAll ? needs : first).map(({ id, kind, tone, text, note, fix }) => (
          <li key={id} className="dashboard-line">
            <Badge tone={tone} className="shrink-0">
              {kind}
            </Badge>
            <span className="dashboard-text is-whole">
              {text}
              {note ? <span className="text-muted-foreground"> {note}</span> : null}
            </span>
            {fix ? (
              // Behind a fix is a form, which nobody opens by passing over it.
              <Link
                href={fix.href}
                prefetch={false}
                title={fix.hint}
                aria-label={`${fix.label}: ${text}`}
                className="shrink-0 text-accent underline-offset-2 hover:underline"
              >
                {fix.label}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      {hasRest ? (
        <Link
          href={showAll ? hrefs.first : hrefs.all}
          scroll={false}
          className="dashboard-line border-t border-border/60 text-accent underline-offset-2 hover:underline"
        >
          {showAll ? 'Show fewer' : `Show all ${needs.length.toLocaleString('en')}`}
        </Link>
      ) : null}
    </>
  );
}
