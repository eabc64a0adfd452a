import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { LineChart } from './line-chart';
import { RankBars } from './rank-bars';
import { Sparkline } from './sparkline';
import { dayAndMonth, timeTick } from './tick-text';
import { WeekBars } from './week-bars';

const weeks = [
  { start: '2026-10-05', counts: [3, 1] },
  { start: '2026-10-12', counts: [0, 0] },
  { start: '2026-10-19', counts: [5, 2] },
];

it('draws a bar for each part of each week, and says the same as a table', () => {
  const html = renderToStaticMarkup(<WeekBars title="Work" weeks={weeks} series={['Sessions', 'Procedures']} />);
  expect(html.match(/<rect/g)).toHaveLength(4);
  expect(html).toContain('aria-label="Work"');
  expect(html).toContain('3 weeks to 2026-10-19: 8 sessions, 3 procedures.');
  expect(html).toContain('Week of 19 Oct: 5 sessions, 2 procedures');
  expect(html.match(/<tr/g)).toHaveLength(1 + weeks.length);
  expect(html).not.toContain('NaN');
});

it('stacks the parts of a week on each other', () => {
  const html = renderToStaticMarkup(
    <WeekBars title="Work" weeks={weeks.slice(2)} series={['Sessions', 'Procedures']} height={120} />,
  );
  // 0 to 8 over 120 pixels: five below, two on top of them, with a pixel between.
  expect(
    [...html.matchAll(/<rect[^>]*>/g)].map(([rect]) => /y="(\d+)"[^>]*height="(\d+)"/.exec(rect)?.slice(1)),
  ).toEqual([
    ['45', '75'],
    ['15', '29'],
  ]);
});

it('draws nothing where nothing was counted', () => {
  for (const none of [[], [{ start: '2026-10-05', counts: [0] }]])
    expect(renderToStaticMarkup(<WeekBars title="Sessions" weeks={none} series={['Sessions']} />)).not.toMatch(
      /<rect|NaN/,
    );
});

it('draws measurements in the order of their time, on the laboratory’s clock', () => {
  const points = [
    { at: '2026-07-02T22:30:00Z', value: 26 },
    { at: '2026-07-01T08:00:00Z', value: 24.5 },
    { at: 'unknown', value: 1 },
  ];
  const html = renderToStaticMarkup(
    <LineChart title="Weight" label="Weight" unit="g" points={points} zone="Europe/Berlin" />,
  );
  expect(html).toContain('2 measurements from 2026-07-01 10:00 to 2026-07-03 00:30, between 24.5 g and 26 g');
  expect(html).toContain('M0,');
  expect(html).not.toContain('NaN');
  expect(renderToStaticMarkup(<LineChart title="W" label="W" unit={null} points={[]} zone="UTC" />)).not.toContain(
    'NaN',
  );
});

it('ranks in a table', () => {
  const items = [
    { id: 'a', label: 'C57BL/6J', value: 8 },
    { id: 'b', label: 'Wistar', value: 2 },
  ];
  const html = renderToStaticMarkup(<RankBars title="Strains" unit="Subjects" items={items} />);
  expect([...html.matchAll(/width="(\d+)"/g)].map(([, width]) => width)).toEqual(['1000', '250']);
});

it('draws a line within a text, and nothing for nothing', () => {
  expect(renderToStaticMarkup(<Sparkline label="Rising" values={[1, 2, 3]} />)).toContain('aria-label="Rising"');
  expect(renderToStaticMarkup(<Sparkline label="None" values={[]} />)).toBe('');
});

it('names times as finely as the axis needs', () => {
  const day = 86_400_000;
  const at = new Date('2026-01-05T14:30:00Z');
  expect([1, 10, 200, 2000].map((days) => timeTick(at, days * day))).toEqual(['14:30', '5 Jan', '2026', '2026']);
  expect(dayAndMonth('2026-10-05')).toBe('5 Oct');
});
