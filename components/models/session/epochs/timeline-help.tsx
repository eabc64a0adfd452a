import { Kbd } from '@/components/ui/kbd';
import { keyHelp } from './timeline-keys';

export const spokenHelpId = 'timeline-help';

/** What the keys do, for those who hear the timeline. */
export const SpokenHelp = () => (
  <p id={spokenHelpId} className="sr-only">
    Arrows left and right move the epoch, with Shift its end, with Control and Shift its start. Up and down go to other
    epochs. S splits, N adds, Enter types exact times, Delete removes.
  </p>
);

/** What the keys do, for those who ask. */
export const KeyHelp = () => (
  <details className="mt-2 text-sm text-muted-foreground">
    <summary className="w-fit cursor-pointer">Keys</summary>
    <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 sm:grid-cols-[auto_1fr_auto_1fr]">
      {keyHelp.map(([keys, what]) => (
        <div key={keys} className="contents">
          <dt>
            <Kbd>{keys}</Kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  </details>
);
