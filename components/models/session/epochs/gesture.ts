import { snapMove, snapTime, type Snap } from './snap';
import { drawSpan, moveSpan, resizeSpan, type Edge, type Span } from './span';
import { pan, timeAt, zoom, type ViewWindow } from './view-window';

/** What a pointer that is down does: times in milliseconds, places as fractions of the width. */
export type Gesture =
  | { readonly kind: 'draw'; readonly from: number }
  | { readonly kind: 'move'; readonly id: string; readonly span: Span; readonly grabbed: number }
  | { readonly kind: 'resize'; readonly id: string; readonly span: Span; readonly edge: Edge }
  | { readonly kind: 'pan'; readonly view: ViewWindow; readonly grabbed: number }
  | { readonly kind: 'pinch'; readonly view: ViewWindow; readonly apart: number; readonly middle: number };

/** Where the epoch of a gesture lies with the pointer at a time; null where there is none. `snap` null leaves times alone. */
export function spanOf(gesture: Gesture, time: number, snap: Snap | null): Span | null {
  if (gesture.kind === 'draw') return drawSpan(snapTime(gesture.from, snap), snapTime(time, snap));
  if (gesture.kind === 'move') return moveSpan(gesture.span, snapMove(gesture.span, time - gesture.grabbed, snap));
  if (gesture.kind === 'resize') return resizeSpan(gesture.span, gesture.edge, snapTime(time, snap));
  return null;
}

/** What is in sight while one finger drags the ground. */
export const panned = ({ view, grabbed }: Extract<Gesture, { kind: 'pan' }>, at: number): ViewWindow =>
  pan(view, (grabbed - at) * (view.to - view.from));

/** What is in sight while two fingers are so far apart about a place. */
export function pinched(
  { view, apart, middle }: Extract<Gesture, { kind: 'pinch' }>,
  now: { apart: number; middle: number },
) {
  const zoomed = zoom(view, apart / Math.max(now.apart, 0.02), timeAt(view, middle));
  return pan(zoomed, (middle - now.middle) * (zoomed.to - zoomed.from));
}
