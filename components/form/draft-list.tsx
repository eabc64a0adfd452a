import Link from 'next/link';
import { Time } from '../ui/time';

/** A draft as `listDrafts` tells of it. */
export interface DraftLine {
  key: string;
  kind: string;
  title: string;
  within: string | null;
  href: string;
  at: string;
}

interface DraftListProps {
  drafts: readonly DraftLine[];
  zone: string;
}

/** What was typed and not saved, each with the way back into its form. Nothing where there is nothing. */
export function DraftList({ drafts, zone }: DraftListProps) {
  if (drafts.length === 0) return null;
  return (
    <ul aria-label="Drafts" className="flex flex-col divide-y divide-border/60">
      {drafts.map(({ key, kind, title, within, href, at }) => (
        <li key={key} className="flex min-w-0 items-baseline gap-3 py-1.5">
          <span className="min-w-0 flex-1 truncate">
            {/* Behind a draft is a form, which nobody opens by passing over it. */}
            <Link href={href} prefetch={false} className="font-medium hover:underline">
              {title}
            </Link>
            <span className="text-sm text-muted-foreground">
              {title.toLowerCase().includes(kind.toLowerCase()) ? '' : ` ${kind}`}
              {within ? ` in ${within}` : ''}
            </span>
          </span>
          <Time value={at} zone={zone} className="shrink-0 text-sm text-muted-foreground tabular-nums" />
        </li>
      ))}
    </ul>
  );
}
