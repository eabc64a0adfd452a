import Link from 'next/link';
import type { PersonWithAccess, WhoSees } from '@/lib/declare/access-list';
import { Avatar } from '../../ui/avatar';
import { Badge } from '../../ui/badge';
import { Card } from '../../ui/card';
import { sourceText } from './level-words';

interface WhoSeesAsideProps {
  access: WhoSees;
  /** The page with the whole list. */
  href: string;
}

/** More are folded. */
const peopleShown = 4;

/** Who can see a session or a subject and why: the people with their levels and through what each has it. */
export function WhoSeesAside({ access, href }: WhoSeesAsideProps) {
  const { people, parents } = access;
  const isOne = parents.length === 1;
  const [shown, folded] = [people.slice(0, peopleShown), people.slice(peopleShown)];
  const itemOf = (person: PersonWithAccess) => <Person key={person.id} person={person} isOne={isOne} />;
  return (
    <Card
      title="Who can see this"
      className="text-sm"
      action={
        <Link href={href} prefetch={false} className="text-accent underline-offset-2 hover:underline">
          All and why
        </Link>
      }
    >
      {parents.some(({ is_public }) => is_public) ? (
        <p className="mb-2">
          <Badge tone="info">Public</Badge> Anyone can read it.
        </p>
      ) : null}
      <ul aria-label="People" className="flex flex-col gap-1.5">
        {shown.map(itemOf)}
      </ul>
      {folded.length > 0 ? (
        <details className="mt-1.5">
          <summary className="cursor-pointer text-accent underline-offset-2 hover:underline">
            {folded.length} more {folded.length === 1 ? 'person' : 'people'}
          </summary>
          <ul aria-label="Others" className="mt-1.5 flex flex-col gap-1.5">
            {folded.map(itemOf)}
          </ul>
        </details>
      ) : null}
      <p className="mt-2 text-muted-foreground">
        {isOne ? `Through ${parents[0]?.title}.` : `Through ${parents.length} projects.`} Administrators see everything.
      </p>
    </Card>
  );
}

function Person({ person, isOne }: { person: PersonWithAccess; isOne: boolean }) {
  const [highest] = person.sources;
  return (
    <li className="flex items-start gap-2">
      <Avatar name={person.name} size="sm" />
      <span className="min-w-0 break-words">
        {person.name}
        {highest ? (
          // One project needs no name at every person.
          <span className="text-muted-foreground">, {sourceText(isOne ? { ...highest, record: null } : highest)}</span>
        ) : null}
      </span>
    </li>
  );
}
