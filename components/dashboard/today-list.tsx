import Link from 'next/link';
import { Time } from '../ui/time';
import { KindIcon } from './kind-icon';
import { PanelEmpty } from './panel';

/** Something of today, as it is shown. */
export interface TodayLine {
  id: string;
  href: string;
  icon: string;
  /** “Procedure” */
  kind: string;
  at: string;
  title: string;
  /** Subjects, what was noted. */
  note: string;
  person: string;
}

/** What was recorded, done and noted today, the latest first. */
export function TodayList({ lines, zone }: { lines: readonly TodayLine[]; zone: string }) {
  if (lines.length === 0) return <PanelEmpty>Nothing recorded or noted yet today.</PanelEmpty>;
  return (
    <ul aria-label="Today">
      {lines.map(({ id, href, icon, kind, at, title, note, person }) => (
        <li key={`${id}:${at}`} className="dashboard-line">
          <Time value={at} zone={zone} show="time" toMinute className="w-10 shrink-0 text-muted-foreground" />
          <KindIcon icon={icon} kind={kind} />
          <span className="dashboard-text">
            <Link href={href} className="record-link font-medium">
              {title}
            </Link>
            {note ? <span className="text-muted-foreground"> {note}</span> : null}
          </span>
          {person ? <span className="dashboard-side">{person}</span> : null}
        </li>
      ))}
    </ul>
  );
}
