import { directLevel, ownersOf, type AccessList, type PersonWithAccess } from '@/lib/declare/access-list';
import { Badge } from '../../ui/badge';
import type { AccessContext } from './access-actions';
import { HolderRow } from './holder-row';
import { sourceText } from './level-words';
import { withoutGroup } from './without-group';

/** Everyone who has access, with the effective level and where each level comes from. */
export function People({ list, context }: { list: AccessList; context: AccessContext }) {
  const owners = ownersOf(list);
  return (
    <ul aria-label="People">
      {list.people.map((person) => {
        const given = directLevel(person);
        return (
          <HolderRow
            key={person.id}
            context={context}
            holder={{ to: 'user', key: person.email }}
            name={person.name}
            detail={context.model === 'group' ? person.email : <Sources person={person} />}
            given={given}
            isMe={person.id === context.me}
            isLastOwner={given === 'owner' && owners === 1}
          />
        );
      })}
    </ul>
  );
}

function Sources({ person }: { person: PersonWithAccess }) {
  return (
    <>
      {person.email}
      <span className="mt-0.5 flex flex-wrap gap-1">
        {person.sources.map((source, index) => (
          <Badge key={sourceText(source)} tone={index === 0 ? 'accent' : 'neutral'}>
            {sourceText(source)}
          </Badge>
        ))}
      </span>
    </>
  );
}

/** The groups on the list; their levels reach all present and future members. */
export function Groups({ list, context }: { list: AccessList; context: AccessContext }) {
  const owners = ownersOf(list);
  if (list.groups.length === 0)
    return (
      <p className="max-w-prose text-muted-foreground">
        No group yet. A level given to a group reaches all its members. {withoutGroup(context.model)}
      </p>
    );
  return (
    <ul aria-label="Groups">
      {list.groups.map((group) => (
        <HolderRow
          key={group.id}
          context={context}
          holder={{ to: 'group', key: group.name }}
          name={group.name}
          detail={`${group.members} ${group.members === 1 ? 'member' : 'members'}, present and future`}
          given={group.level}
          isMe={false}
          isLastOwner={group.level === 'owner' && owners === 1}
        />
      ))}
    </ul>
  );
}
