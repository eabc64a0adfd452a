import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { cn } from '../ui/cn';
import { plotWidth, valueScale } from './scales';

interface SparklineProps {
  /** What it shows, in a sentence, for those who do not see it. */
  label: string;
  /** At equal distances, the oldest first. */
  values: readonly number[];
  from?: 'zero' | 'values';
  /** Its size; 5rem by 1.25rem otherwise. */
  className?: string;
}

const height = 20;
const edge = 3;

/** A line as high as a line of text, with a point at its latest value. */
export function Sparkline({ label, values, from = 'values', className }: SparklineProps) {
  const { scale: y } = valueScale(values, { height: height - 2 * edge, from });
  const x = scaleLinear<number>({ domain: [0, Math.max(1, values.length - 1)], range: [0, plotWidth * 0.97] });
  const last = values.at(-1);
  if (last === undefined) return null;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${plotWidth} ${height}`}
      preserveAspectRatio="none"
      className={cn('inline-block h-5 w-20 align-middle', className)}
    >
      <LinePath
        data={[...values]}
        x={(_, index) => x(index)}
        y={(value) => y(value) + edge}
        className="chart-line chart-1"
      />
      <path d={`M${x(values.length - 1)} ${y(last) + edge}h0`} className="chart-points chart-1" />
    </svg>
  );
}
