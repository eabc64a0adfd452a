import { useId, type ReactNode } from 'react';
import { cn } from '../ui/cn';
import { plotWidth, share } from './scales';
import { ValueTable } from './value-table';

/** What pointing at a stretch of the plot says. */
export interface Stretch {
  left: number;
  width: number;
  tip: string;
}

interface ChartFigureProps {
  /** Names the chart for those who hear it; the heading around it says it to the others. */
  title: string;
  /** What the picture shows, in a sentence: its extent, its highest and latest value. */
  summary: string;
  height: number;
  /** Marks of the vertical axis: where, and the text. */
  ticks: readonly { y: number; text: string }[];
  /** Marks of the horizontal axis. `minor` ones are left out where there is little room. */
  labels: readonly { x: number; text: string; isMinor?: boolean }[];
  stretches: readonly Stretch[];
  /** Texts at lines across the plot. */
  guides?: readonly { y: number; text: string }[];
  legend?: ReactNode;
  table: { columns: readonly string[]; rows: readonly (readonly ReactNode[])[] };
  className?: string;
  /** The marks, in units of the plot. */
  children: ReactNode;
}

/**
 * The frame of every chart: axes, grid, what pointing tells, and the same numbers as a table. Only the marks are SVG,
 * stretched to the room there is; texts are HTML, so that they keep their size on a phone.
 */
export function ChartFigure(props: ChartFigureProps) {
  const { title, summary, height, ticks, labels, stretches, guides = [], legend, table, className, children } = props;
  const id = useId();
  return (
    <figure className={cn('chart', className)}>
      {legend}
      <div className="chart-body" style={{ height }}>
        <div aria-hidden className="chart-scale">
          {ticks.map(({ y, text }) => (
            <span key={text} style={{ top: y }}>
              {text}
            </span>
          ))}
        </div>
        <div className="chart-plot">
          <svg
            role="img"
            aria-label={title}
            aria-describedby={id}
            viewBox={`0 0 ${plotWidth} ${height}`}
            preserveAspectRatio="none"
          >
            <desc id={id}>{summary}</desc>
            {ticks.map(({ y, text }) => (
              <line key={text} x1={0} x2={plotWidth} y1={y} y2={y} className="chart-grid" />
            ))}
            {children}
          </svg>
          {guides.map(({ y, text }) => (
            <span key={text} aria-hidden className="chart-guide-text" style={{ top: y }}>
              {text}
            </span>
          ))}
          <div aria-hidden className="chart-stretches">
            {stretches.map(({ left, width, tip }) => (
              <span
                key={left}
                data-tip={tip}
                data-side={left < plotWidth / 2 ? 'left' : 'right'}
                style={{ left: share(left), width: share(width) }}
              />
            ))}
          </div>
        </div>
      </div>
      <div aria-hidden className="chart-labels">
        {labels.map(({ x, text, isMinor }) => (
          <span key={x} data-minor={isMinor || undefined} style={{ left: share(x) }}>
            {text}
          </span>
        ))}
      </div>
      <ValueTable label={title} {...table} />
    </figure>
  );
}
