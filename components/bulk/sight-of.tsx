import type { SightChange, SightOfPerson } from '@/lib/declare/many-changes';
import { Avatar } from '../ui/avatar';
import { Callout } from '../ui/callout';
import { counted, type Nouns } from './nouns';

interface SightOfProps {
  sight: SightChange;
  /** How many records change. */
  count: number;
  nouns: Nouns;
}

/** Who comes to see records, and who no longer does. */
export function SightOf({ sight, count, nouns }: SightOfProps) {
  const { gaining, losing, becomesPublic, endsPublic } = sight;
  const people = { count, nouns };
  return (
    <>
      {becomesPublic.count > 0 ? (
        <Callout tone="warning" title="Becomes public">
          Anyone will read {counted(becomesPublic.count, nouns)}, signed in or not, through{' '}
          {becomesPublic.titles.join(', ')}.
        </Callout>
      ) : null}
      {endsPublic.count > 0 ? (
        <Callout title="No longer public">
          {counted(endsPublic.count, nouns)} {endsPublic.count === 1 ? 'leaves' : 'leave'}{' '}
          {endsPublic.titles.join(', ')}, which anyone can read.
        </Callout>
      ) : null}
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <People title="Will newly see them" none="Nobody else" people={gaining} {...people} />
        <People title="Will no longer see them" none="Nobody" people={losing} {...people} />
      </div>
    </>
  );
}

/** More are folded. */
const peopleShown = 6;

interface PeopleProps extends Omit<SightOfProps, 'sight'> {
  title: string;
  none: string;
  people: readonly SightOfPerson[];
}

function People({ title, none, people, count, nouns }: PeopleProps) {
  const [shown, folded] = [people.slice(0, peopleShown), people.slice(peopleShown)];
  const itemOf = (person: SightOfPerson) => <Person key={person.id} person={person} count={count} nouns={nouns} />;
  return (
    <section>
      <h3 className="text-sm font-medium text-muted-foreground">{title}</h3>
      {people.length === 0 ? <p className="mt-1">{none}</p> : null}
      {shown.length > 0 ? (
        <ul aria-label={title} className="mt-1 flex flex-col gap-1.5">
          {shown.map(itemOf)}
        </ul>
      ) : null}
      {folded.length > 0 ? (
        <details className="mt-1.5">
          <summary className="cursor-pointer text-sm text-accent underline-offset-2 hover:underline">
            {folded.length} more {folded.length === 1 ? 'person' : 'people'}
          </summary>
          <ul aria-label={`${title}: others`} className="mt-1.5 flex flex-col gap-1.5">
            {folded.map(itemOf)}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function Person({ person, count, nouns }: { person: SightOfPerson; count: number; nouns: Nouns }) {
  const facts = [
    person.email,
    ...(person.groups.length > 0 ? [`through ${person.groups.join(', ')}`] : []),
    ...(person.records < count ? [counted(person.records, nouns)] : []),
  ];
  return (
    <li className="flex items-start gap-2">
      <Avatar name={person.name} size="sm" />
      <span className="min-w-0 break-words">
        {person.name}
        <span className="block text-sm text-muted-foreground">{facts.join(' · ')}</span>
      </span>
    </li>
  );
}
