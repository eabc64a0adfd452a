import type { ContextPart, Hit } from '@/lib/declare/search-answer';
import { Time } from '../ui/time';
import { Marked } from './marked';

interface HitTextProps {
  hit: Hit;
  words: readonly string[];
  /** The IANA zone in which instants are shown. */
  zone: string;
}

const textOf = (part: ContextPart) => (typeof part === 'string' ? part : part.at);

/** What a record is called, and one line that tells it from others. */
export function HitText({ hit: { title, context, snippet }, words, zone }: HitTextProps) {
  return (
    <span className="flex min-w-0 flex-1 flex-col">
      <span className="truncate">
        <Marked text={title} words={words} />
      </span>
      {context.length > 0 ? (
        <span className="truncate text-sm text-muted-foreground">
          {context.map((part, index) => (
            <span key={textOf(part)}>
              {index > 0 ? ' · ' : null}
              {typeof part === 'string' ? (
                <Marked text={part} words={words} />
              ) : (
                <Time value={part.at} zone={zone} className="tabular-nums" />
              )}
            </span>
          ))}
        </span>
      ) : null}
      {snippet ? (
        <span className="truncate text-sm text-muted-foreground">
          <Marked text={snippet} words={words} />
        </span>
      ) : null}
    </span>
  );
}
