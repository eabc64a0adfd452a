import Link from 'next/link';
import { cn } from '../ui/cn';
import { Time } from '../ui/time';
import { KindIcon } from './kind-icon';
import { PanelEmpty } from './panel';

/** A record that was worked on. */
export interface EditedLine {
  id: string;
  href: string;
  icon: string;
  kind: string;
  title: string;
  at: string;
}

/** More of them stand only where they fill a column. */
const narrowMost = 5;

/** What the reader worked on last. */
export function EditedList({ lines, zone }: { lines: readonly EditedLine[]; zone: string }) {
  if (lines.length === 0) return <PanelEmpty>What you enter and change shows here, to go on with.</PanelEmpty>;
  return (
    <ul aria-label="What you were doing">
      {lines.map(({ id, href, icon, kind, title, at }, index) => (
        <li key={id} className={cn('dashboard-line', index >= narrowMost && 'max-lg:hidden')}>
          <KindIcon icon={icon} kind={kind} />
          <span className="dashboard-text">
            <Link href={href} className="record-link font-medium" title={title}>
              {title}
            </Link>
          </span>
          <Time value={at} zone={zone} className="dashboard-side" />
        </li>
      ))}
    </ul>
  );
}
