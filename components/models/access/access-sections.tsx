import { directLevel, type AccessList, type SentInvitation } from '@/lib/declare/access-list';
import { Card } from '../../ui/card';
import type { AccessContext } from './access-actions';
import { AddHolder } from './add-holder';
import { Groups, People } from './holders';
import { InviteDialog } from './invite-dialog';
import { SentInvitations } from './sent-invitations';
import { ShareWithGroup } from './share-with-group';
import { Visibility } from './visibility';

export interface AccessSectionsProps {
  list: AccessList;
  context: AccessContext;
  /** Open invitations; null where people are added at once. */
  invitations: readonly SentInvitation[] | null;
  publicUrl: string | null;
}

/** The whole access list of a record, with what the viewer may change of it. */
export function AccessSections({ list, context, invitations, publicUrl }: AccessSectionsProps) {
  const isGroup = context.model === 'group';
  const emails = list.people.filter(directLevel).map(({ email }) => email);
  return (
    <>
      <Card
        title={
          <>
            {isGroup ? 'Members' : 'People'} <Count of={list.people.length} />
          </>
        }
        description={isGroup ? undefined : 'The highest of a person’s levels counts. Administrators see everything.'}
        action={list.manage && invitations ? <InviteDialog context={context} title={list.title} /> : null}
      >
        <People list={list} context={context} />
        {list.manage && !invitations ? <AddHolder context={context} to="user" present={emails} /> : null}
      </Card>
      {invitations && invitations.length > 0 ? (
        <Card
          title={
            <>
              Invitations <Count of={invitations.length} />
            </>
          }
          description="They wait for an answer and give no access until then."
        >
          <SentInvitations invitations={invitations} context={context} />
        </Card>
      ) : null}
      {isGroup ? null : (
        <>
          <Card
            title={
              <>
                Groups <Count of={list.groups.length} />
              </>
            }
          >
            <Groups list={list} context={context} />
            {list.manage ? <AddGroup list={list} context={context} /> : null}
          </Card>
          <Card title="Everyone else">
            <Visibility
              context={context}
              title={list.title}
              isPublic={list.is_public}
              isMine={list.own}
              publicUrl={publicUrl}
            />
          </Card>
        </>
      )}
    </>
  );
}

/** A project asks groups first; what is personal is shared with them at once. */
function AddGroup({ list, context }: Pick<AccessSectionsProps, 'list' | 'context'>) {
  const present = list.groups.map(({ name }) => name);
  return context.model === 'project' ? (
    <ShareWithGroup context={context} present={present} />
  ) : (
    <AddHolder context={context} to="group" present={present} />
  );
}

function Count({ of }: { of: number }) {
  return <span className="font-normal text-muted-foreground tabular-nums">{of}</span>;
}
