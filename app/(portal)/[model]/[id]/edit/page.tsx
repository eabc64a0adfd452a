import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { requireViewer } from '@/lib/server/auth/viewer';
import { valuesOf } from '../../form-values';
import { modelOf } from '../../load';
import { formOf } from '../../record-form-page';
import { loadRecord } from '../load-record';

type Props = { params: Promise<{ model: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const model = await modelOf(params);
  const found = await loadRecord(await requireViewer(), model, (await params).id);
  return { title: found ? `Edit ${found.title}` : model.label };
}

export default async function EditPage({ params }: Props) {
  const [viewer, model, { id }] = await Promise.all([requireViewer(), modelOf(params), params]);
  const found = await loadRecord(viewer, model, id);
  if (!found || !(found.rights.update || found.mayPropose)) notFound();
  const href = `/${model.path}/${found.record.id}`;
  const isProposal = !found.rights.update;
  return (
    <>
      <PageHeader
        title={isProposal ? `Suggest a change to ${found.title}` : `Edit ${found.title}`}
        breadcrumbs={[
          { label: model.labelPlural, href: `/${model.path}` },
          { label: found.title, href },
          { label: isProposal ? 'Suggest a change' : 'Edit' },
        ]}
      />
      {isProposal ? (
        <Callout className="mb-4">
          Everyone shares this catalogue: your change takes effect once a reviewer has approved it.
        </Callout>
      ) : null}
      {await formOf(viewer, model, valuesOf(model, found.record), found.record, href)}
    </>
  );
}
