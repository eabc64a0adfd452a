import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { ReactNode } from 'react';
import { plotWidth } from './scales';

interface RankBarsProps {
  title: string;
  /** What the bars count: “sessions”. */
  unit: string;
  /** The highest first; `label` may be a link. */
  items: readonly { id: string; label: ReactNode; value: number }[];
}

/** What there is most of: a table whose rows carry their bar, so it needs no other for those who hear it. */
export function RankBars({ title, unit, items }: RankBarsProps) {
  const x = scaleLinear<number>({
    domain: [0, Math.max(1, ...items.map(({ value }) => value))],
    range: [0, plotWidth],
  });
  return (
    <table aria-label={title} className="rank-bars">
      <thead className="sr-only">
        <tr>
          <th scope="col">Name</th>
          <th scope="col">{unit}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, label, value }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>
              <svg aria-hidden viewBox={`0 0 ${plotWidth} 8`} preserveAspectRatio="none">
                <Bar width={x(value)} height={8} className="chart-1" />
              </svg>
              <span>{value.toLocaleString('en')}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
