import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { AccessSections } from '@/components/models/access/access-sections';
import { LeaveButton } from '@/components/models/access/leave-button';
import { WhoCanSee } from '@/components/models/access/who-can-see';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { mayLeave } from '@/lib/declare/access-list';
import type { Model } from '@/lib/declare/model';
import { hasGrants } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { requireViewer } from '@/lib/server/auth/viewer';
import { whoCanSee } from '@/lib/server/operations/who-sees';
import type { UserViewer } from '@/lib/server/viewer';
import { modelOf } from '../../load';
import { loadAccess } from './load-access';

type Props = { params: Promise<{ model: string; id: string }> };

export const metadata: Metadata = { title: 'Access' };

export default async function AccessPage({ params }: Props) {
  const [viewer, model, { id }] = await Promise.all([requireViewer(), modelOf(params), params]);
  if (model.name === 'group') redirect(`/groups/${id}`);
  return hasGrants(model) ? (
    <Managed viewer={viewer} model={model} id={id} />
  ) : (
    <Inherited viewer={viewer} model={model} id={id} />
  );
}

type PartProps = { viewer: UserViewer; model: Model; id: string };

const crumbs = (model: Model, id: string | number, title: string) => [
  { label: model.labelPlural, href: `/${model.path}` },
  { label: title, href: `/${model.path}/${id}` },
  { label: 'Access' },
];

async function Managed({ viewer, model, id }: PartProps) {
  const access = await loadAccess(viewer, model, id);
  if (!access) notFound();
  const { list, context } = access;
  const mine = list.people.find((person) => person.id === viewer.number)?.sources ?? [];
  return (
    <>
      <PageHeader
        title={`Access to ${list.title}`}
        breadcrumbs={crumbs(model, list.id, list.title)}
        subtitle={mine[0] ? `Your level is ${mine[0].level}.` : 'You see it as an administrator.'}
        secondaryActions={
          mayLeave(list, viewer.number) ? (
            <LeaveButton context={context} title={list.title} groups={mine.flatMap(({ group }) => group?.name ?? [])} />
          ) : null
        }
      />
      <div className="max-w-4xl">
        <AccessSections {...access} />
      </div>
    </>
  );
}

async function Inherited({ viewer, model, id }: PartProps) {
  const access = await whoCanSee(viewer, model, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  });
  if (!access) notFound();
  return (
    <>
      <PageHeader
        title={`Who can see ${access.title}`}
        breadcrumbs={crumbs(model, access.id, access.title)}
        subtitle={`A ${model.label.toLowerCase()} is shared through its projects: change the access there.`}
      />
      <div className="max-w-4xl">
        <Card>
          <WhoCanSee access={access} />
        </Card>
      </div>
    </>
  );
}
