import { cn } from '@/components/ui/cn';
import type { Severity } from '@/lib/formats/session-toml/problems';
import { SeverityIcon, stripeOf } from './severity';

/** The height of a line of the source in pixels; the text and its gutter must agree to the pixel. */
export const LINE_HEIGHT = 20;

interface GutterProps {
  /** Lines that are in view, 1-based. */
  first: number;
  last: number;
  scrollTop: number;
  marks: ReadonlyMap<number, Severity>;
}

/**
 * Line numbers, marks and stripes of the lines in view, behind and beside the text. Only what is in view is drawn, so a
 * file of a megabyte scrolls freely. The list of problems says the same to screen readers.
 */
export function Gutter({ first, last, scrollTop, marks }: GutterProps) {
  const lines = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0 overflow-hidden">
      <div className="absolute inset-y-0 left-0 w-16 border-r bg-muted/60" />
      {lines.map((line) => {
        const severity = marks.get(line);
        return (
          <div
            key={line}
            className={cn('absolute inset-x-0 flex items-center', severity && stripeOf(severity))}
            style={{ top: (line - 1) * LINE_HEIGHT - scrollTop + 8, height: LINE_HEIGHT }}
          >
            <span className="flex w-16 items-center justify-between pr-2 pl-1.5 font-mono text-xs tabular-nums">
              {severity ? <SeverityIcon severity={severity} className="size-3.5!" /> : <span />}
              <span className={severity ? 'font-semibold' : 'text-muted-foreground'}>{line}</span>
            </span>
          </div>
        );
      })}
    </div>
  );
}
