import { wallTimeAt, writeDate, writeInstant, writeTime } from './zoned-time';

interface TimeProps {
  /** An ISO instant. */
  value: string;
  /** The IANA zone in which to show it. */
  zone: string;
  show?: 'date' | 'time' | 'date-time';
  className?: string;
}

/** An instant on the lab's clock; hovering tells the zone and UTC. */
export function Time({ value, zone, show = 'date-time', className }: TimeProps) {
  const instant = Date.parse(value);
  if (Number.isNaN(instant)) return <span className={className}>{value}</span>;
  const wall = wallTimeAt(instant, zone);
  const text = show === 'date' ? writeDate(wall) : show === 'time' ? writeTime(wall) : writeInstant(instant, zone);
  return (
    <time
      dateTime={new Date(instant).toISOString()}
      title={`${zone}; ${writeInstant(instant, 'UTC')} UTC`}
      className={className}
    >
      {text}
    </time>
  );
}
