import { TomlFault, type Offset } from './tree';

/** No file has more faults than anyone reads; beyond this the reader stops collecting. */
const FAULTS_MAX = 1000;

/** The deepest nesting of keys, arrays and inline tables. The format needs 3; the limit keeps the stack small. */
export const DEPTH_MAX = 32;

/** The most entries one array may have. */
export const ENTRIES_MAX = 1000;

/** True for characters TOML allows nowhere unescaped: controls other than tab. A newline is one of them. */
export function isControl(code: number): boolean {
  return (code < 0x20 && code !== 0x09) || code === 0x7f;
}

/** A cursor over TOML text: blanks, comments and line ends, and the faults found so far. */
export class Reader {
  pos = 0;
  readonly faults: TomlFault[] = [];
  private hasTooManyEntries = false;

  constructor(readonly text: string) {}

  /** The code unit at the cursor, or NaN at the end of the text. */
  get code(): number {
    return this.text.charCodeAt(this.pos);
  }

  get isAtEnd(): boolean {
    return this.pos >= this.text.length;
  }

  startsWith(token: string): boolean {
    return this.text.startsWith(token, this.pos);
  }

  /** Steps over `token` if it is next. */
  eat(token: string): boolean {
    if (!this.startsWith(token)) return false;
    this.pos += token.length;
    return true;
  }

  eatNewline(): boolean {
    return this.eat('\n') || this.eat('\r\n');
  }

  skipBlank(): void {
    while (this.code === 0x20 || this.code === 0x09) this.pos += 1;
  }

  /** Steps over a comment up to the end of its line. */
  skipComment(): void {
    if (this.code !== 0x23) return;
    while (!this.isAtEnd && !this.startsWith('\n') && !this.startsWith('\r\n')) {
      if (isControl(this.code)) throw new TomlFault(this.pos, `A comment cannot contain ${this.found()}.`);
      this.pos += 1;
    }
  }

  /** Steps over blanks, comments and newlines. */
  skipTrivia(): void {
    do {
      this.skipBlank();
      this.skipComment();
    } while (this.eatNewline());
  }

  /** Requires that nothing but a comment follows on this line. */
  endLine(): void {
    this.skipBlank();
    this.skipComment();
    if (!this.isAtEnd && !this.eatNewline()) {
      throw new TomlFault(this.pos, `Expected the end of the line, found ${this.found()}.`);
    }
  }

  /** What stands at the cursor, for a message. */
  found(): string {
    if (this.isAtEnd) return 'the end of the file';
    if (this.startsWith('\n') || this.startsWith('\r\n')) return 'the end of the line';
    const code = this.text.codePointAt(this.pos) ?? 0;
    if (isControl(code)) return `the control character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return `“${String.fromCodePoint(code)}”`;
  }

  /** Collects a fault and goes on. */
  report(fault: TomlFault): void {
    if (this.faults.length < FAULTS_MAX) this.faults.push(fault);
  }

  /** Reports, once for the whole text, that an array has too many entries. */
  reportTooManyEntries(at: Offset): void {
    if (this.hasTooManyEntries) return;
    this.hasTooManyEntries = true;
    this.report(new TomlFault(at, `A list has at most ${ENTRIES_MAX} entries.`, null, 'too-many-entries'));
  }

  get isOverwhelmed(): boolean {
    return this.faults.length >= FAULTS_MAX;
  }
}
