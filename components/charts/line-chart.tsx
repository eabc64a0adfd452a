import { getTicks } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { offsetAt, writeInstant } from '../ui/zoned-time';
import { ChartFigure } from './chart-figure';
import { nearestStretches, plotWidth, timeScale, valueScale } from './scales';
import { timeTick, withUnit } from './tick-text';

/** A value measured at an ISO instant. */
export interface Measurement {
  at: string;
  value: number;
}

interface LineChartProps {
  title: string;
  /** What is measured, as the table calls it: “Weight”. */
  label: string;
  unit: string | null;
  /** In any order. */
  points: readonly Measurement[];
  /** The IANA zone in which dates are shown. */
  zone: string;
  /** Values to compare with, as dashed lines: “85% of 24 g”. */
  guides?: readonly { value: number; label: string }[];
  /** Amounts begin at zero; masses fit what there is. */
  from?: 'zero' | 'values';
  height?: number;
  className?: string;
}

const ticksMax = 6;

/** Measurements over time: a line with a point for each. */
export function LineChart(props: LineChartProps) {
  const { title, label, unit, points, zone, guides = [], from = 'values', height = 140, className } = props;
  const shown = points
    .map(({ at, value }) => ({ at: Date.parse(at), value }))
    .filter(({ at, value }) => Number.isFinite(at) && Number.isFinite(value))
    .toSorted((one, other) => one.at - other.at)
    // Ticks stand at midnight of the laboratory's clock, so that clock is drawn.
    .map(({ at, value }) => ({ at, value, wall: at + offsetAt(at, zone), text: writeInstant(at, zone) }));
  const x = timeScale(shown.map(({ wall }) => wall));
  const span = Number(x.domain().at(-1)) - Number(x.domain()[0]);
  const values = [...shown, ...guides].map(({ value }) => value);
  const { scale: y, ticks } = valueScale(values, { height, from });
  const places = shown.map(({ wall }) => x(wall));
  const stretches = nearestStretches(places);
  return (
    <ChartFigure
      title={title}
      summary={summaryOf(shown, unit)}
      height={height}
      {...(className ? { className } : {})}
      ticks={ticks.map((tick) => ({ y: y(tick), text: withUnit(tick, null) }))}
      labels={getTicks(x, ticksMax).map((at, index) => ({
        x: x(at),
        text: timeTick(new Date(Number(at)), span),
        isMinor: index % 2 === 1,
      }))}
      stretches={shown.map(({ text, value }, index) => ({
        left: stretches[index]?.left ?? 0,
        width: stretches[index]?.width ?? 0,
        tip: `${text}: ${withUnit(value, unit)}`,
      }))}
      guides={guides.map(({ value, label: text }) => ({ y: y(value), text }))}
      table={{
        columns: ['Time', unit ? `${label} (${unit})` : label],
        rows: shown.map(({ text, value }) => [text, withUnit(value, null)]),
      }}
    >
      {guides.map(({ value, label: text }) => (
        <line key={text} x1={0} x2={plotWidth} y1={y(value)} y2={y(value)} className="chart-guide" />
      ))}
      <LinePath data={shown} x={({ wall }) => x(wall)} y={({ value }) => y(value)} className="chart-line chart-1" />
      {/* Lines of no length with round ends: circles would be stretched with the plot. */}
      <path
        d={shown.map(({ value }, index) => `M${places[index]} ${y(value)}h0`).join('')}
        className="chart-points chart-1"
      />
    </ChartFigure>
  );
}

function summaryOf(shown: readonly { value: number; text: string }[], unit: string | null): string {
  const [first] = shown;
  const last = shown.at(-1);
  if (!first || !last) return 'Nothing measured yet.';
  const values = shown.map(({ value }) => value);
  const range = `between ${withUnit(Math.min(...values), unit)} and ${withUnit(Math.max(...values), unit)}`;
  return `${shown.length} measurements from ${first.text} to ${last.text}, ${range}; the latest is ${withUnit(last.value, unit)}.`;
}
