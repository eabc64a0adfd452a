/** The colours of series, in order: the same everywhere, in both themes (app/globals.css). */
export const seriesColours = ['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5'] as const;

/** The class that colours the n-th series; there are five. */
export const seriesClass = (index: number): string => seriesColours[index % seriesColours.length] ?? 'chart-1';

/** Which colour is what. */
export function Legend({ labels }: { labels: readonly string[] }) {
  return (
    <ul className="chart-legend">
      {labels.map((label, index) => (
        <li key={label}>
          <span aria-hidden className={seriesClass(index)} />
          {label}
        </li>
      ))}
    </ul>
  );
}
