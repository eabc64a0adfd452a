import { expect, it } from 'vitest';
import { editedLines, linesOf, shapeBoard, type BoardLines } from './board-shape';

/** The lines of both columns. */
function columns(lines: BoardLines): [number, number] {
  const { longer, edited } = shapeBoard(lines);
  const [today, needs, projects] = [lines.today, lines.needs, lines.projects].map((count) => Math.max(1, count));
  const [long = 0, short = 0] = longer === 'needs' ? [needs, today] : [today, needs];
  return [long + (projects ?? 0), short + edited];
}

it('makes both columns equally long', () => {
  const cases: BoardLines[] = [
    { today: 0, needs: 6, projects: 5 },
    { today: 6, needs: 0, projects: 4 },
    { today: 0, needs: 0, projects: 5 },
    { today: 3, needs: 4, projects: 5 },
  ];
  for (const lines of cases) {
    const [long, short] = columns(lines);
    expect(short, JSON.stringify(lines)).toBe(long);
  }
});

it('shows some of what one was doing, and never a whole page of it', () => {
  expect(shapeBoard({ today: 0, needs: 0, projects: 0 }).edited).toBe(editedLines.least);
  expect(shapeBoard({ today: 0, needs: 60, projects: 5 })).toEqual({ longer: 'needs', edited: editedLines.most });
});

it('counts what a sentence takes that is shown to its end', () => {
  expect(linesOf('M072_2026-11-25_01 lacks TTLs and cameras')).toBe(1);
  const long = linesOf('Farida Haidari invites Okafor Lab to the project Adaptation in auditory cortex as member');
  expect(long).toBeGreaterThan(1.5);
  const needs = 3 * long;
  expect(shapeBoard({ today: 1, needs, projects: 5 }).edited).toBe(Math.round(needs - 1 + 5));
});
