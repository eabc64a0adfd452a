import { digitsIn, renderStamp, stampFormats, stampPattern, type Stamp } from './session-stamp';

/** What a session is called, when it began on the laboratory's clock, and the subject that its name may contain. */
export type NamedSession = { readonly name: string; readonly stamp: Stamp | null; readonly subject: string | null };

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'subject' }
  | { readonly kind: 'day' | 'time'; readonly format: string }
  | { readonly kind: 'counter'; readonly width: number };

/** A name that follows a pattern: what stands in place of the day, and its number. */
type Sibling = { readonly day: string; readonly count: number };

/**
 * The next name after the pattern of another session's: its subject, day, time and number replaced by those of the new one.
 * The number starts again each day where the known names do so, and runs on otherwise. Never one of `others`.
 */
export function nextSessionName(
  like: NamedSession,
  next: { readonly stamp: Stamp; readonly subject: string | null },
  others: readonly string[],
): string {
  const pieces = readPattern(like);
  const subject = next.subject ?? like.subject;
  const taken = new Set([...others, like.name]);
  const write = (count: number | null) => writeName(pieces, next.stamp, subject, count);
  if (!pieces.some(({ kind }) => kind === 'counter')) return firstFree(write(null), separatorOf(pieces), taken);
  const day = dayOf(pieces, next.stamp);
  const own = siblingsOf(pieces, like.subject, taken);
  const theirs = subject === like.subject ? own : siblingsOf(pieces, subject, taken);
  const [last] = siblingsOf(pieces, like.subject, [like.name]);
  let count = nextCount(own, theirs, last?.day ?? null, day);
  while (taken.has(write(count))) count++;
  return write(count);
}

/** What all names of the pattern begin with, up to the first part that changes; for asking for them. */
export function nameStem(like: NamedSession, subject: string | null = like.subject): string {
  const pieces = readPattern(like);
  const changing = pieces.findIndex(({ kind }) => kind !== 'text' && kind !== 'subject');
  const still = changing < 0 ? pieces : pieces.slice(0, changing);
  return still.map((piece) => (piece.kind === 'text' ? piece.text : (subject ?? ''))).join('');
}

function nextCount(own: readonly Sibling[], theirs: readonly Sibling[], before: string | null, day: string | null) {
  const largest = (siblings: readonly Sibling[]) => Math.max(...siblings.map(({ count }) => count));
  if (day === null || runsOn(own, before)) return theirs.length > 0 ? largest(theirs) + 1 : 1;
  const today = theirs.filter((sibling) => sibling.day === day);
  if (today.length > 0) return largest(today) + 1;
  return own.some(({ count }) => count === 0) ? 0 : 1;
}

/** Numbers run on over the days when the day of the last session has no first one, and no number comes on two days. */
function runsOn(siblings: readonly Sibling[], day: string | null): boolean {
  const there = siblings.filter((sibling) => sibling.day === day);
  if (there.some(({ count }) => count <= 1)) return false;
  const days = new Map<number, Set<string>>();
  for (const { count, day: on } of siblings) days.set(count, (days.get(count) ?? new Set()).add(on));
  return [...days.values()].every((on) => on.size === 1);
}

function siblingsOf(pieces: readonly Piece[], subject: string | null, names: Iterable<string>): Sibling[] {
  const source = pieces.map((piece) => {
    if (piece.kind === 'text') return RegExp.escape(piece.text);
    if (piece.kind === 'subject') return RegExp.escape(subject ?? '');
    if (piece.kind === 'counter') return `(?<count>\\d{${piece.width},})`;
    return piece.kind === 'day' ? `(${stampPattern(piece.format)})` : stampPattern(piece.format);
  });
  const pattern = new RegExp(`^${source.join('')}$`);
  return [...names].flatMap((name) => {
    const found = pattern.exec(name);
    if (!found) return [];
    const hasDay = pieces.some(({ kind }) => kind === 'day');
    const isCounterFirst = pieces.findIndex(({ kind }) => kind === 'counter') < dayIndex(pieces);
    return [{ count: Number(found.groups?.count), day: hasDay ? (found[isCounterFirst ? 2 : 1] ?? '') : '' }];
  });
}

const dayIndex = (pieces: readonly Piece[]) => pieces.findIndex(({ kind }) => kind === 'day');

function dayOf(pieces: readonly Piece[], stamp: Stamp | null): string | null {
  const piece = pieces[dayIndex(pieces)];
  return stamp && piece?.kind === 'day' ? renderStamp(piece.format, stamp) : null;
}

function writeName(pieces: readonly Piece[], stamp: Stamp, subject: string | null, count: number | null): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      if (piece.kind === 'subject') return subject ?? '';
      if (piece.kind === 'counter') return String(count ?? 1).padStart(piece.width, '0');
      return renderStamp(piece.format, stamp);
    })
    .join('');
}

/** A name without a number gets one when it is taken. */
function firstFree(name: string, separator: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let count = 2;
  const write = () => `${name}${separator}${String(count).padStart(2, '0')}`;
  while (taken.has(write())) count++;
  return write();
}

/** What stands between the parts of a name. */
function separatorOf(pieces: readonly Piece[]): string {
  const texts = pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
  return /[_\- ](?=[^_\- ]*$)/.exec(texts)?.[0] ?? '_';
}

/** Takes a name apart: the subject first, since its digits are no number of a session; then the day, the time, the number. */
function readPattern({ name, stamp, subject }: NamedSession): Piece[] {
  let pieces: Piece[] = [{ kind: 'text', text: name }];
  if (subject) pieces = cut(pieces, (text) => findWord(text, subject), { kind: 'subject' });
  const day = stampFormats.day.find((format) => pieces.some((piece) => findStamp(piece, format, stamp)));
  const written = day ?? stampFormats.written.find((format) => pieces.some((piece) => findWritten(piece, format)));
  if (written)
    pieces = cut(
      pieces,
      (text) =>
        findStamp({ kind: 'text', text }, written, day ? stamp : null) ?? findWritten({ kind: 'text', text }, written),
      { kind: 'day', format: written },
    );
  if (day && !day.includes('hh')) {
    const time = stampFormats.time.find((format) => pieces.some((piece) => findStamp(piece, format, stamp)));
    if (time)
      pieces = cut(pieces, (text) => findStamp({ kind: 'text', text }, time, stamp), { kind: 'time', format: time });
  }
  return cutCounter(pieces);
}

type Span = { readonly at: number; readonly length: number };

/** Puts a piece in place of the first stretch of text that is found. */
function cut(pieces: readonly Piece[], find: (text: string) => Span | null, by: Piece): Piece[] {
  for (const [index, piece] of pieces.entries()) {
    const span = piece.kind === 'text' ? find(piece.text) : null;
    if (piece.kind !== 'text' || !span) continue;
    const around = [piece.text.slice(0, span.at), piece.text.slice(span.at + span.length)];
    const [before, after] = around.map((text): Piece[] => (text ? [{ kind: 'text', text }] : []));
    return [...pieces.slice(0, index), ...(before ?? []), by, ...(after ?? []), ...pieces.slice(index + 1)];
  }
  return [...pieces];
}

function findWord(text: string, word: string): Span | null {
  const found = new RegExp(`(?<![\\p{L}\\d])${RegExp.escape(word)}(?![\\p{L}\\d])`, 'u').exec(text);
  return found ? { at: found.index, length: word.length } : null;
}

function findStamp(piece: Piece, format: string, stamp: Stamp | null): Span | null {
  if (piece.kind !== 'text' || !stamp) return null;
  const written = renderStamp(format, stamp);
  const found = new RegExp(`(?<!\\d)${RegExp.escape(written)}(?!\\d)`).exec(piece.text);
  return found ? { at: found.index, length: written.length } : null;
}

/** A day in the name that is not that of the onset: somebody named it on another day. */
function findWritten(piece: Piece, format: string): Span | null {
  const found = piece.kind === 'text' ? new RegExp(`(?<!\\d)(?:${digitsIn(format)})(?!\\d)`).exec(piece.text) : null;
  return found ? { at: found.index, length: found[0].length } : null;
}

// Said to be a number; between separators or at the end; any other. What is followed by a letter is an amount: 5mg, 30Hz.
const counters = [
  /(?<=(?:^|[^\p{L}])(?:s|ses|sess|session|run|rec|no|n|r|#)[-_ ]?)\d+(?![\d\p{L}]|\.\d)/giu,
  /(?<=^|[-_ ])\d+(?=$|[-_ ])/gu,
  /(?<![\d.])\d+(?![\d\p{L}]|\.\d)/gu,
];

function cutCounter(pieces: readonly Piece[]): Piece[] {
  for (const pattern of counters)
    for (const [index, piece] of [...pieces.entries()].toReversed()) {
      const found = piece.kind === 'text' ? [...piece.text.matchAll(pattern)].at(-1) : undefined;
      if (!found) continue;
      const span = { at: found.index, length: found[0].length };
      const by: Piece = { kind: 'counter', width: found[0].length };
      return [...pieces.slice(0, index), ...cut([piece], () => span, by), ...pieces.slice(index + 1)];
    }
  return [...pieces];
}
