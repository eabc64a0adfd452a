import type { GridColumn } from '@/lib/declare/grid';

export type Named = Pick<GridColumn, 'name' | 'label'>;

/** A row of headings: the column that each names, or null. */
export type Headings = readonly (string | null)[];

/** A column that was pasted and found no place, with what stood in it. */
export type LeftOut = {
  /** Empty where it had none. */
  readonly heading: string;
  readonly why: 'unknown' | 'double';
  readonly texts: readonly string[];
};

/**
 * The columns that a first row names, by label or by the field's key on the wire; null where it is no row of headings.
 * It is one when at least two cells, and at least half of those filled, name columns.
 */
export function readHeadings(line: readonly string[], columns: readonly Named[]): Headings | null {
  const taken = new Set<string>();
  const named = line.map((cell) => {
    const name = columnCalled(cell, columns);
    if (name === null || taken.has(name)) return null;
    taken.add(name);
    return name;
  });
  const filled = line.filter((cell) => cell.trim() !== '').length;
  return taken.size >= 2 && taken.size * 2 >= filled ? named : null;
}

/** What stands below headings that name no column, or one that another names already. */
export function leftOutOf(
  headings: Headings,
  cells: readonly (readonly string[])[],
  columns: readonly Named[],
): readonly LeftOut[] {
  const [first = [], ...lines] = cells;
  const width = Math.max(0, ...cells.map((line) => line.length));
  return Array.from({ length: width }, (_, index): LeftOut => {
    const heading = first[index]?.trim() ?? '';
    return {
      heading,
      why: columnCalled(heading, columns) === null ? 'unknown' : 'double',
      texts: lines.flatMap((line) => line[index]?.trim() || []),
    };
  }).filter(({ texts }, index) => texts.length > 0 && (headings[index] ?? null) === null);
}

const exact = (text: string) => text.trim().toLowerCase();
/** Without case, spaces and punctuation. */
const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

function columnCalled(heading: string, columns: readonly Named[]): string | null {
  if (bare(heading) === '') return null;
  const ways: ((text: string) => readonly string[])[] = [
    (text) => [exact(text)],
    (text) => [bare(text)],
    (text) => numbersOf(bare(text)),
  ];
  // What is written alike goes before what only means the same.
  for (const way of ways) {
    const wanted = way(heading);
    const found = columns.find(({ name, label }) =>
      [name, label].some((word) => way(word).some((one) => wanted.includes(one))),
    );
    if (found) return found.name;
  }
  return null;
}

/** A word and what its singular may be: “subjects” is “subject”. */
function numbersOf(word: string): string[] {
  if (word.endsWith('ies')) return [word, `${word.slice(0, -3)}y`];
  if (!word.endsWith('s') || word.endsWith('ss')) return [word];
  return word.endsWith('es') ? [word, word.slice(0, -1), word.slice(0, -2)] : [word, word.slice(0, -1)];
}
