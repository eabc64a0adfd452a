import { getTicks } from '@visx/scale';
import { share, timeScale } from '@/components/charts/scales';
import { timeTick } from '@/components/charts/tick-text';
import { writeInstant } from '@/components/ui/zoned-time';
import type { Life, LifeEvent } from './life-events';

interface LifeTimelineProps {
  life: Life;
  window: { start: number; end: number };
  birth: string | null;
  death: string | null;
  zone: string;
}

const laneHeight = 36;
const labelHeight = 16;
const markHeight = 12;
const axisHeight = 22;
const ticksMax = 5;

/** A life along its time, a lane for each kind of thing. The list beside it says the same in words. */
export function LifeTimeline({ life, window, birth, death, zone }: LifeTimelineProps) {
  const scale = timeScale([window.start, window.end]);
  const isInside = ({ at, end }: LifeEvent) => at <= window.end && (end ?? at) >= window.start;
  const lanes = life.lanes
    .map(({ name, events }) => ({ name, events: events.filter(isInside) }))
    .filter(({ events }) => events.length > 0);
  const place = (at: number) => scale(Math.min(Math.max(at, window.start), window.end));
  const height = lanes.length * laneHeight + axisHeight + 12;
  const words = lanes.map(({ name, events }) => `${name} ${events.length}`).join(', ');
  const [born, died] = [birth ? `born ${birth}` : '', death ? `died ${death}` : ''];
  return (
    <svg
      role="img"
      aria-label={`Life: ${[born, words, died].filter(Boolean).join(', ')}`}
      width="100%"
      height={height}
      className="block overflow-visible"
    >
      <Axis scale={scale} span={window.end - window.start} height={height} />
      <line x1="0" x2="100%" y1={4} y2={4} strokeWidth={4} strokeLinecap="round" className="stroke-accent/50" />
      {lanes.map(({ name, events }, index) => (
        <Lane key={name} name={name} events={events} y={12 + index * laneHeight} place={place} zone={zone} />
      ))}
    </svg>
  );
}

interface AxisProps {
  scale: ReturnType<typeof timeScale>;
  /** Milliseconds from end to end. */
  span: number;
  height: number;
}

function Axis({ scale, span, height }: AxisProps) {
  return getTicks(scale, ticksMax).map((tick) => {
    const x = scale(tick);
    return (
      <g key={String(tick)} className="text-border">
        <line x1={share(x)} x2={share(x)} y1={0} y2={height - axisHeight} stroke="currentColor" />
        <text
          x={share(x)}
          y={height - 6}
          textAnchor={x < 30 ? 'start' : x > 970 ? 'end' : 'middle'}
          className="fill-muted-foreground text-[11px]"
        >
          {timeTick(new Date(Number(tick)), span)}
        </text>
      </g>
    );
  });
}

interface LaneProps {
  name: string;
  events: readonly LifeEvent[];
  y: number;
  place: (at: number) => number;
  zone: string;
}

function Lane({ name, events, y, place, zone }: LaneProps) {
  return (
    <g>
      <text x="0" y={y + 12} className="fill-muted-foreground text-[11px]">
        {name} {events.length}
      </text>
      {events.map(({ key, title, at, end }) => (
        <rect
          key={key}
          x={share(place(at))}
          y={y + labelHeight}
          width={end === null ? 3 : share(Math.max(place(end) - place(at), 2))}
          height={markHeight}
          rx="1"
          className="fill-accent/70"
        >
          <title>{`${title}, ${writeInstant(at, zone)}`}</title>
        </rect>
      ))}
    </g>
  );
}
