import type { ManyPlan, Misfit, PlannedPart } from '@/lib/declare/many-changes';
import { ChangedFields } from '../history/changed-fields';
import { Callout } from '../ui/callout';
import type { ShownPlan } from './changes';
import { counted, listed, type Nouns } from './nouns';
import { SightOf } from './sight-of';

/** What the button says that makes a plan true. */
export function writtenIn({ parts: [part] }: ManyPlan): { count: number; nouns: Nouns; verb: string } {
  const { changed = 0, proposed = 0, nouns = { one: 'record', many: 'records' } } = part ?? {};
  return { count: changed + proposed, nouns, verb: changed > 0 ? 'Change' : 'Propose for' };
}

/** What a change of several records would do: what can't be changed and why, who sees them then, and each before and after. */
export function ChangePreview({ shown }: { shown: ShownPlan }) {
  const { parts, misfits } = shown.plan;
  const [main, ...along] = parts;
  if (!main) return null;
  return (
    <div className="flex flex-col gap-4">
      <PartOfPlan part={main} />
      {along.map((part) => (
        <section key={part.model} className="flex flex-col gap-3 border-t pt-3">
          <h3 className="font-medium">Their {part.nouns.many}</h3>
          <p className="tabular-nums">{summaryOf(part)}</p>
          <PartOfPlan part={part} />
        </section>
      ))}
      {parts.some(({ sight }) => sight !== null) ? (
        <p className="text-xs text-muted-foreground">
          As far as you can see who has access. Administrators see everything.
        </p>
      ) : null}
      <Misfits misfits={misfits} />
      {parts.map((part) => (
        <Examples key={part.model} part={part} shown={shown} />
      ))}
    </div>
  );
}

function PartOfPlan({ part }: { part: PlannedPart }) {
  const { nouns, refused, sight } = part;
  return (
    <>
      {refused.map(({ reason, count, titles }) => (
        <Callout
          key={reason}
          tone="warning"
          title={`${counted(count, nouns)} can’t be changed: ${listed(titles, count)}`}
        >
          {reason}
        </Callout>
      ))}
      {sight ? <SightOf sight={sight} count={part.changed + part.proposed} nouns={nouns} /> : null}
    </>
  );
}

function Misfits({ misfits }: { misfits: readonly Misfit[] }) {
  if (misfits.length === 0) return null;
  return (
    <Callout tone="warning" title="No longer fits">
      <ul className="flex flex-col gap-1">
        {misfits.map(({ nouns, count, titles, message }) => (
          <li key={`${nouns.one} ${message}`}>
            {counted(count, nouns)} ({listed(titles, count)}): {message}
          </li>
        ))}
      </ul>
      <p className="mt-1">They stay as they are, and are checked when they are next changed.</p>
    </Callout>
  );
}

/** More are folded. */
const examplesShown = 3;

function Examples({ part, shown }: { part: PlannedPart; shown: ShownPlan }) {
  const { nouns, examples, shownBy } = part;
  if (examples.length === 0) return null;
  const rest = part.changed + part.proposed - examples.length;
  const [first, folded] = [examples.slice(0, examplesShown), examples.slice(examplesShown)];
  const itemOf = ({ id, title, fields }: PlannedPart['examples'][number]) => (
    <li key={id} className="border-b border-border/60 py-1.5 last:border-b-0">
      <p className="font-medium break-words">{title}</p>
      <ChangedFields view={{ fields: shownBy }} fields={fields} showing={shown.showing} isNew={false} />
    </li>
  );
  const label = `${nouns.many.charAt(0).toUpperCase()}${nouns.many.slice(1)} before and after`;
  return (
    <section>
      <h3 className="mb-1 text-sm font-medium text-muted-foreground">{label}</h3>
      <ul aria-label={label} className="border-y">
        {first.map(itemOf)}
      </ul>
      {folded.length > 0 ? (
        <details className="mt-1.5">
          <summary className="cursor-pointer text-sm text-accent underline-offset-2 hover:underline">
            {folded.length} more
          </summary>
          <ul aria-label={`${label}: others`}>{folded.map(itemOf)}</ul>
          {rest > 0 ? (
            <p className="text-sm text-muted-foreground">and {rest.toLocaleString('en')} in the same way</p>
          ) : null}
        </details>
      ) : null}
    </section>
  );
}

/** "38 sessions change · 2 can’t be changed." */
export function summaryOf({ changed, proposed, unchanged, refused, nouns }: PlannedPart): string {
  const stuck = refused.reduce((sum, { count }) => sum + count, 0);
  const parts = [
    ...(changed > 0 || proposed === 0
      ? [
          changed === 0
            ? `No ${nouns.one} changes`
            : `${counted(changed, nouns)} ${changed === 1 ? 'changes' : 'change'}`,
        ]
      : []),
    ...(proposed > 0 ? [`${counted(proposed, nouns)} ${proposed === 1 ? 'waits' : 'wait'} for a reviewer`] : []),
    ...(unchanged > 0 ? [`${unchanged.toLocaleString('en')} ${unchanged === 1 ? 'is' : 'are'} so already`] : []),
    ...(stuck > 0 ? [`${stuck.toLocaleString('en')} can’t be changed`] : []),
  ];
  return `${parts.join(' · ')}.`;
}
