/** A stretch of time in milliseconds since the onset. */
export type Span = { readonly start: number; readonly end: number };
export type Edge = 'start' | 'end';

const earliest = 0;

/** The span moved by so much, never to before the onset. */
export function moveSpan({ start, end }: Span, by: number): Span {
  const shift = Math.max(Math.round(by), earliest - start);
  return { start: start + shift, end: end + shift };
}

/** The span with one end at another time; an end stops at the other one. */
export function resizeSpan({ start, end }: Span, edge: Edge, to: number): Span {
  const at = Math.round(to);
  return edge === 'start' ? { start: Math.min(Math.max(at, earliest), end), end } : { start, end: Math.max(at, start) };
}

/** Both parts of a span cut at a time; null where the cut is not inside. */
export function splitSpan({ start, end }: Span, at: number): readonly [Span, Span] | null {
  const cut = Math.round(at);
  return cut > start && cut < end
    ? [
        { start, end: cut },
        { start: cut, end },
      ]
    : null;
}

/** The span between two times, whichever comes first; null where nothing lies between. */
export function drawSpan(from: number, to: number): Span | null {
  const [start, end] = [Math.max(Math.min(from, to), earliest), Math.max(from, to, earliest)].map(Math.round);
  return start !== undefined && end !== undefined && end > start ? { start, end } : null;
}
