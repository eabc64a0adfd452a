import { offsetAt, wallTimeAt, writeDate, writeInstant, writeOffset, writeTime } from './zoned-time';

interface TimeProps {
  /** An ISO instant. */
  value: string;
  /** The IANA zone in which to show it. */
  zone: string;
  show?: 'date' | 'time' | 'date-time';
  /** Leaves out seconds, where a glance is enough. */
  toMinute?: boolean;
  /** Says how far the zone is from UTC then, where the moment itself is what is told. */
  withOffset?: boolean;
  className?: string;
}

const minute = 60_000;

/** An instant on the lab's clock; hovering tells the zone and UTC. */
export function Time({ value, zone, show = 'date-time', toMinute = false, withOffset = false, className }: TimeProps) {
  const instant = Date.parse(value);
  if (Number.isNaN(instant)) return <span className={className}>{value}</span>;
  const shown = toMinute ? Math.floor(instant / minute) * minute : instant;
  const wall = wallTimeAt(shown, zone);
  const text = show === 'date' ? writeDate(wall) : show === 'time' ? writeTime(wall) : writeInstant(shown, zone);
  return (
    <time
      dateTime={new Date(instant).toISOString()}
      title={`${zone}; ${writeInstant(instant, 'UTC')} UTC`}
      className={className}
    >
      {text}
      {withOffset ? <span className="text-muted-foreground"> {writeOffset(offsetAt(instant, zone))}</span> : null}
    </time>
  );
}
