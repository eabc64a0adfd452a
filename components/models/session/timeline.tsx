import { writeDuration } from '@/components/ui/duration';
import { cn } from '@/components/ui/cn';
import { layOut, stretchOf, writeTick, type Placed } from './timeline-layout';

type TimelineProps = {
  /** Records of epochs; those without times are left out. */
  epochs: readonly Readonly<Record<string, unknown>>[];
  /** The one that is being edited. */
  currentId?: string | null;
  className?: string;
};

const laneHeight = 26;
const gap = 3;
const axisHeight = 20;
const percent = (fraction: number) => `${(fraction * 100).toFixed(3)}%`;

/** The epochs of a session along its time, to scale. The table below says the same in words. */
export function Timeline({ epochs, currentId = null, className }: TimelineProps) {
  const timeline = layOut(epochs.map(stretchOf).filter((stretch) => stretch !== null));
  if (!timeline) return null;
  const bars = timeline.lanes * (laneHeight + gap);
  const words = timeline.placed
    .map(({ name, start, end }) => `${name} from ${writeDuration(start)} to ${writeDuration(end)}`)
    .join('; ');
  return (
    <svg
      role="img"
      aria-label={`Timeline of the epochs: ${words}`}
      width="100%"
      height={bars + axisHeight}
      className={cn('block overflow-visible', className)}
    >
      {timeline.ticks.map(({ at, left }) => (
        <g key={at} className="text-border">
          <line x1={percent(left)} x2={percent(left)} y1={0} y2={bars + 4} stroke="currentColor" />
          <text
            x={percent(left)}
            y={bars + 16}
            textAnchor={left < 0.03 ? 'start' : left > 0.97 ? 'end' : 'middle'}
            className="fill-muted-foreground text-[11px] tabular-nums"
          >
            {writeTick(at)}
          </text>
        </g>
      ))}
      {timeline.placed.map((one) => (
        <Bar key={one.id} placed={one} isCurrent={one.id === currentId} />
      ))}
    </svg>
  );
}

function Bar({ placed: { name, start, end, left, width, lane }, isCurrent }: { placed: Placed; isCurrent: boolean }) {
  const y = lane * (laneHeight + gap);
  return (
    // A nested svg cuts its name off at its edge; an instant is a bar of two pixels.
    <svg x={percent(left)} y={y} width={width > 0 ? percent(width) : 2} height={laneHeight}>
      <title>{`${name}: ${writeDuration(start)} – ${writeDuration(end)}`}</title>
      <rect x="0" y="0" width="100%" height="100%" rx="3" className={isCurrent ? 'fill-accent' : 'fill-accent/20'} />
      <rect x="0" y="0" width="2" height="100%" className="fill-accent" />
      <foreignObject x="5" y="0" width="100%" height="100%">
        <div
          style={{ lineHeight: `${laneHeight}px` }}
          className={cn('truncate pr-1.5 text-[11px]', isCurrent ? 'text-accent-foreground' : 'text-foreground')}
        >
          {name}
        </div>
      </foreignObject>
    </svg>
  );
}
