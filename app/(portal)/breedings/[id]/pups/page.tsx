import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AddPups } from '@/components/models/breeding/add-pups';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { models } from '@/lib/models';
import { requireViewer } from '@/lib/server/auth/viewer';
import { pupsBeginning } from '@/lib/server/operations/add-pups';
import { getEnv } from '@/lib/server/env';
import { deleteMany } from '../../../[model]/bulk-actions';
import { loadRecord } from '../../../[model]/[id]/load-record';
import { findCandidates } from '../../../[model]/lookup-actions';
import { savePups } from './actions';

export const metadata: Metadata = { title: 'Add pups' };

type Props = { params: Promise<{ id: string }> };
const { breeding, subject } = models;

/** The pups of a breeding: how many, called what, born when. All else follows from their parents. */
export default async function PupsPage({ params }: Props) {
  const [viewer, { id: asked }] = await Promise.all([requireViewer(), params]);
  const found = await loadRecord(viewer, breeding, asked);
  if (!found) notFound();
  const id = String(found.record.id);
  const href = `/${breeding.path}/${id}`;
  return (
    <>
      <PageHeader
        title="Add pups"
        subtitle="One subject each, sex unknown, in the project of the breeding."
        breadcrumbs={[
          { label: breeding.labelPlural, href: `/${breeding.path}` },
          { label: found.title, href },
          { label: 'Pups' },
        ]}
      />
      {found.mayAddTo ? (
        <AddPups
          beginning={await pupsBeginning(viewer, id)}
          zone={getEnv().LAB_TIME_ZONE}
          href={href}
          actions={{
            save: savePups.bind(null, id),
            remove: deleteMany.bind(null, subject.path),
            findStrains: findCandidates.bind(null, subject.path, 'strain'),
          }}
        />
      ) : (
        <Callout tone="warning">You may not add subjects to the project of this breeding.</Callout>
      )}
    </>
  );
}
