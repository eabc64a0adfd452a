import { scaleBand } from '@visx/scale';
import { Bar, stack } from '@visx/shape';
import { ChartFigure } from './chart-figure';
import { labelStep, plotWidth, valueScale } from './scales';
import { Legend, seriesClass } from './series';
import { dayAndMonth } from './tick-text';

/** How many in the week that begins on `start` (a Monday such as `2026-10-05`), one number for each series. */
export interface Week {
  start: string;
  counts: readonly number[];
}

interface WeekBarsProps {
  title: string;
  /** Without gaps, the oldest first. */
  weeks: readonly Week[];
  /** What is counted: “Sessions”. Several are stacked. */
  series: readonly string[];
  height?: number;
  className?: string;
}

const labelsMax = 8;
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** How much there was in each week, as bars. */
export function WeekBars({ title, weeks, series, height = 120, className }: WeekBarsProps) {
  const { scale: y, ticks } = valueScale(
    weeks.map(({ counts }) => sum(counts)),
    { height, from: 'zero', isWhole: true },
  );
  const x = scaleBand({ domain: weeks.map(({ start }) => start), range: [0, plotWidth], padding: 0.25 });
  const layers = stack<Week, number>({
    keys: series.map((_, index) => index),
    value: ({ counts }, key) => counts[key] ?? 0,
  })([...weeks]);
  const step = labelStep(weeks.length, labelsMax);
  // Counted from the newest week, which is always named.
  const named = weeks.filter((_, index) => (weeks.length - 1 - index) % step === 0);
  return (
    <ChartFigure
      title={title}
      summary={summaryOf(weeks, series)}
      height={height}
      {...(className ? { className } : {})}
      legend={series.length > 1 ? <Legend labels={series} /> : null}
      ticks={ticks.map((tick) => ({ y: y(tick), text: tick.toLocaleString('en') }))}
      labels={named.map(({ start }, index) => ({
        x: (x(start) ?? 0) + x.bandwidth() / 2,
        text: dayAndMonth(start),
        isMinor: (named.length - 1 - index) % 2 === 1,
      }))}
      stretches={weeks.map((week, index) => ({
        left: (index * plotWidth) / weeks.length,
        width: plotWidth / weeks.length,
        tip: `Week of ${dayAndMonth(week.start)}: ${countsText(week, series)}`,
      }))}
      table={{
        columns: ['Week of', ...series],
        rows: weeks.map(({ start, counts }) => [start, ...counts.map((count) => count.toLocaleString('en'))]),
      }}
    >
      {layers.map((layer, index) => (
        <g key={series[index]} className={seriesClass(index)}>
          {layer.map((part) => {
            const [low = 0, high = 0] = part;
            if (high === low) return null;
            return (
              <Bar
                key={part.data.start}
                x={x(part.data.start)}
                y={y(high)}
                width={x.bandwidth()}
                // A thin gap between stacked parts tells them apart without their colours.
                height={Math.max(1, y(low) - y(high) - (low > 0 ? 1 : 0))}
              />
            );
          })}
        </g>
      ))}
    </ChartFigure>
  );
}

const countsText = ({ counts }: Week, series: readonly string[]): string =>
  series.map((label, index) => `${(counts[index] ?? 0).toLocaleString('en')} ${label.toLowerCase()}`).join(', ');

function summaryOf(weeks: readonly Week[], series: readonly string[]): string {
  const latest = weeks.at(-1);
  if (!latest) return 'Nothing yet.';
  const totals = series.map((label, index) => {
    const total = sum(weeks.map(({ counts }) => counts[index] ?? 0));
    return `${total.toLocaleString('en')} ${label.toLowerCase()}`;
  });
  const most = weeks.reduce((best, week) => (sum(week.counts) > sum(best.counts) ? week : best), latest);
  return `${weeks.length} weeks to ${latest.start}: ${totals.join(', ')}. Most in the week of ${most.start}: ${countsText(most, series)}.`;
}
