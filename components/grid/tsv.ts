/** Cells as spreadsheets put them on the clipboard: tabs between columns, lines between rows, quotes around what holds either. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell);
    if (text[end] === '\t') {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    // Spreadsheets end the last row too.
    if (at >= text.length) break;
  }
  return rows;
}

const isEnd = (char: string | undefined) => char === undefined || char === '\t' || char === '\n' || char === '\r';

function plainCell(text: string, start: number): { cell: string; end: number } {
  let end = start;
  while (!isEnd(text[end])) end++;
  return { cell: text.slice(start, end), end };
}

/** A cell in quotation marks, those inside doubled; one that only begins with a mark is a plain text. */
function quotedCell(text: string, start: number): { cell: string; end: number } {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return plainCell(text, start);
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    if (!isEnd(text[quote + 1])) return plainCell(text, start);
    const cell = text
      .slice(start + 1, quote)
      .replaceAll('""', '"')
      .replaceAll('\r\n', '\n');
    return { cell, end: quote + 1 };
  }
}

const writeCell = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const writeTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(writeCell).join('\t')).join('\n');
