import type { Span } from './span';

/** The stretch of time that is in sight. */
export type ViewWindow = { readonly from: number; readonly to: number };

const second = 1000;
const hour = 3_600_000;
/** Closest and widest that one can look. */
const shortest = second;
const longest = 240 * hour;
const margin = 1.08;

/** All spans with a little room behind; an hour where there are none. */
export function fit(spans: readonly Span[]): ViewWindow {
  const from = Math.min(0, ...spans.map(({ start }) => start));
  const to = Math.max(0, ...spans.map(({ end }) => end));
  return { from, to: to > from ? from + Math.max((to - from) * margin, shortest) : from + hour };
}

/** Behind the last epoch, for the next stroke: of what is in sight, and of the epochs where what is in sight grows. */
const [least, ample] = [1.02, 1.5];

/**
 * The window that shows all, while epochs change: it stays where it is, so that the next stroke lands where it is aimed at,
 * and grows with room for more once an epoch reaches its end.
 */
export function hold(view: ViewWindow, spans: readonly Span[]): ViewWindow {
  const { from, to } = fit(spans);
  const last = Math.max(0, ...spans.map(({ end }) => end));
  const start = Math.min(view.from, from);
  const end = (last - start) * least > view.to - start ? Math.max(to, start + (last - start) * ample) : view.to;
  return start === view.from && end === view.to ? view : { from: start, to: end };
}

export const timeAt = ({ from, to }: ViewWindow, fraction: number): number => from + (to - from) * fraction;
export const fractionAt = ({ from, to }: ViewWindow, time: number): number => (time - from) / (to - from);

/** Looks closer (`factor` below one) or wider, keeping the time `at` where it is. Nothing lies before `first`. */
export function zoom(view: ViewWindow, factor: number, at: number, first = 0): ViewWindow {
  const length = view.to - view.from;
  const next = Math.min(Math.max(length * factor, shortest), longest);
  const from = Math.max(at - ((at - view.from) / length) * next, Math.min(first, view.from));
  return { from, to: from + next };
}

/** The same length of time, later or earlier. */
export function pan(view: ViewWindow, by: number, first = 0): ViewWindow {
  const shift = Math.max(by, Math.min(first - view.from, 0));
  return { from: view.from + shift, to: view.to + shift };
}

/** Pans as little as brings a span into sight; a longer one by its start. */
export function reveal(view: ViewWindow, { start, end }: Span): ViewWindow {
  if (start >= view.from && end <= view.to) return view;
  const length = view.to - view.from;
  const isLater = end > view.to && start > view.from;
  return isLater && end - start <= length ? pan(view, end - view.to, view.from) : pan(view, start - view.from, start);
}
