/** A place in a text: both 1-based, columns in UTF-16 code units, as editors count them. */
export type Position = { line: number; column: number };

/** Turns offsets into lines and columns in O(log n). Lines end with LF or CRLF. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  /** The position of an offset; one past the end is allowed. */
  position(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }

  /** The line of an offset with a caret below it, cut around the place when it is long. Two lines of plain text. */
  excerpt(offset: number): string {
    const { line, column } = this.position(offset);
    const start = this.starts[line - 1] ?? 0;
    const end = (this.starts[line] ?? this.text.length + 1) - 1;
    const from = Math.max(start, offset - 50);
    const source = this.text.slice(from, Math.min(end, from + 100)).replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ');
    const gutter = `${line} | `;
    const lead = from > start ? '… ' : '';
    const caret = ' '.repeat(gutter.length + lead.length + column - 1 - (from - start));
    return `${gutter}${lead}${source.trimEnd()}\n${caret}^`;
  }
}
