const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const PARAGRAPHS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'table',
  'hr',
  'figure',
  'dl',
]);
const LINES = new Set(['div', 'tr', 'dt', 'dd', 'section', 'article', 'figcaption', 'br']);
const INDENT_MAX = 8;
const TOKEN = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>|[^<]+|</g;

/** Plain text as HTML: a paragraph for each block between blank lines, a line break for each single newline. */
export function textToHtml(text: string): string {
  return text
    .split(/(?:\r?\n[ \t]*){2,}/)
    .filter((block) => block.trim() !== '')
    .map((block) => `<p>${block.split(/\r?\n/).map(escapeHtml).join('<br>')}</p>`)
    .join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Sanitised rich text as readable plain text: lists keep their marks, links their address, blocks their distance. */
export function htmlToText(html: string): string {
  const writer = new TextWriter();
  for (const [token, closing, name, attributes] of html.matchAll(TOKEN)) {
    if (name === undefined) writer.text(decode(token));
    else if (closing) writer.close(name.toLowerCase());
    else writer.open(name.toLowerCase(), attributes ?? '');
  }
  return writer.toString();
}

function decode(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]+));/g, (entity, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? entity;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** Collects text line by line and keeps track of lists, links and the newlines due before the next text. */
class TextWriter {
  private readonly lines: string[] = [];
  private line = '';
  private newlines = 0;
  private isAfterMark = false;
  private isPreformatted = false;
  private isFirstCell = true;
  private readonly lists: { next: number | null }[] = [];
  private readonly links: { href: string; shown: string }[] = [];

  text(text: string): void {
    const flat = this.isPreformatted ? text : text.replaceAll(/[\s\u00a0]+/g, ' ');
    const isAtBlank = this.newlines > 0 || this.line === '' || this.line.endsWith(' ');
    const piece = isAtBlank && !this.isPreformatted ? flat.trimStart() : flat;
    if (piece === '') return;
    this.write(piece);
    this.isAfterMark = false;
    const link = this.links[this.links.length - 1];
    if (link) link.shown += piece;
  }

  open(name: string, attributes: string): void {
    if (name === 'ul' || name === 'ol') {
      this.due(this.lists.length === 0 ? 2 : 1);
      this.lists.push({ next: name === 'ol' ? 1 : null });
    } else if (name === 'li') this.openItem();
    else if (name === 'td' || name === 'th') {
      if (!this.isFirstCell) this.write(' | ');
      this.isFirstCell = false;
    } else if (name === 'a') this.links.push({ href: attributeOf(attributes, 'href'), shown: '' });
    else if (name === 'img') this.text(attributeOf(attributes, 'alt'));
    else this.separate(name);
    if (name === 'tr') this.isFirstCell = true;
    if (name === 'pre') this.isPreformatted = true;
  }

  close(name: string): void {
    if (name === 'pre') this.isPreformatted = false;
    if (name === 'a') this.closeLink();
    else if (name === 'ul' || name === 'ol') {
      this.lists.pop();
      this.due(this.lists.length === 0 ? 2 : 1);
    } else if (name === 'li') {
      this.isAfterMark = false;
      this.due(1);
    } else if (name !== 'br') this.separate(name);
  }

  toString(): string {
    return [...this.lines, this.line.trimEnd()].join('\n').trim();
  }

  private separate(name: string): void {
    if (name === 'br') this.newlines += 1;
    else if (PARAGRAPHS.has(name)) this.due(this.lists.length === 0 ? 2 : 1);
    else if (LINES.has(name)) this.due(1);
  }

  private openItem(): void {
    this.due(1);
    const list = this.lists[this.lists.length - 1];
    const mark = list?.next ? `${list.next}. ` : '- ';
    if (list?.next) list.next += 1;
    this.write(`${'  '.repeat(Math.min(INDENT_MAX, Math.max(0, this.lists.length - 1)))}${mark}`);
    this.isAfterMark = true;
  }

  private closeLink(): void {
    const link = this.links.pop();
    const shown = link?.shown.trim() ?? '';
    if (link && !['', shown, `mailto:${shown}`].includes(link.href)) this.line += ` (${link.href})`;
  }

  /** Wants newlines before the next text; the block directly after a list mark stays on its line. */
  private due(count: number): void {
    if (!this.isAfterMark) this.newlines = Math.max(this.newlines, count);
  }

  private write(piece: string): void {
    if (this.newlines > 0 && (this.line !== '' || this.lines.length > 0)) {
      this.lines.push(this.line.trimEnd(), ...Array.from({ length: this.newlines - 1 }, () => ''));
      this.line = '';
    }
    this.newlines = 0;
    this.line += piece;
  }
}

function attributeOf(attributes: string, name: string): string {
  return decode(new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(attributes)?.[1] ?? '');
}
