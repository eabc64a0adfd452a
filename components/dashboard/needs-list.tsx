import Link from 'next/link';
import { Badge, type Tone } from '../ui/badge';
import { PanelEmpty } from './panel';

/** Something to do, with the ways to get it done. */
export interface Need {
  id: string;
  /** “Draft” */
  kind: string;
  tone: Tone;
  /** What it is about. */
  text: string;
  /** Where it is mended: the exact field, the page of the answer. */
  fixes: readonly { label: string; href: string; hint?: string }[];
  /** There are more of them than are shown, on that page. */
  more?: { count: number; href: string } | null;
}

const fixClass = 'shrink-0 text-accent underline-offset-2 hover:underline';

/** What needs doing, each with its fix. */
export function NeedsList({ needs }: { needs: readonly Need[] }) {
  if (needs.length === 0)
    return <PanelEmpty>Nothing. Your sessions have what exports need, and nobody waits for you.</PanelEmpty>;
  return (
    <ul aria-label="What needs doing">
      {needs.map(({ id, kind, tone, text, fixes, more }) => (
        <li key={id} className="dashboard-line">
          <Badge tone={tone} className="shrink-0">
            {kind}
          </Badge>
          <span className="dashboard-text" title={text}>
            {text}
          </span>
          <span className="dashboard-side flex gap-2">
            {fixes.map(({ label, href, hint }) => (
              // Behind a fix is a form, which nobody opens by passing over it.
              <Link
                key={href}
                href={href}
                prefetch={false}
                title={hint}
                aria-label={`${label}: ${text}`}
                className={fixClass}
              >
                {label}
              </Link>
            ))}
            {more ? (
              <Link href={more.href} aria-label={`${more.count} more: ${text}`} className={fixClass}>
                +{more.count}
              </Link>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
