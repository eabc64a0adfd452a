import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { beginsNow } from '@/components/form/starts-now';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { isReference } from '@/lib/declare/model';
import { deathOf, tellDeath } from '@/lib/declare/death';
import { isRecordId } from '@/lib/declare/kinds/reference';
import { viewOf } from '@/lib/declare/view';
import { modelNamed } from '@/lib/models';
import { mayCreate, needsApproval } from '@/lib/server/access';
import type { Viewer } from '@/lib/server/viewer';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getRecord } from '@/lib/server/operations/get';
import { asNothing, asNotFound } from '../as-not-found';
import { newValues, valuesOfNext } from '../form-values';
import { modelOf } from '../load';
import { formOf } from '../record-form-page';

type Props = {
  params: Promise<{ model: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `New ${(await modelOf(params)).label.toLowerCase()}` };
}

export default async function NewPage({ params, searchParams }: Props) {
  const [viewer, model, query] = await Promise.all([requireViewer(), modelOf(params), searchParams]);
  if (!mayCreate(viewer, model)) notFound();
  const { from } = query;
  const pattern = isRecordId(from) ? await getRecord(viewer, model, from).catch(asNotFound) : null;
  const copied = pattern ? await valuesOfNext(viewer, model, pattern) : {};
  const initial = await newValues(viewer, model, query, copied);
  const parent = Object.entries(model.fields).find(
    ([name, field]) => isReference(field) && model.access.by === 'via' && model.access.field === name && query[name],
  );
  const parentField = parent?.[1];
  const parentHref =
    parent && parentField && isReference(parentField)
      ? `/${modelNamed(parentField.to).path}/${String(query[parent[0]])}`
      : null;
  const dead =
    parent && parentField && isReference(parentField)
      ? await deathLine(viewer, parentField.to, query[parent[0]])
      : null;
  const cancelHref = parentHref ?? (isRecordId(from) ? `/${model.path}/${from}` : `/${model.path}`);
  return (
    <>
      <PageHeader
        title={`New ${model.label.toLowerCase()}`}
        subtitle={model.help}
        breadcrumbs={[{ label: model.labelPlural, href: `/${model.path}` }, { label: 'New' }]}
      />
      {needsApproval(viewer, model) ? (
        <Callout className="mb-4">
          Everyone shares this catalogue: a reviewer looks at what you add. Until then only you see it.
        </Callout>
      ) : null}
      {dead ? (
        <Callout tone="warning" className="mb-4">
          {dead}
          {beginsNow(viewOf(model).fields) ? ' Give the date and time of then.' : null}
        </Callout>
      ) : null}
      {await formOf(viewer, model, initial, null, cancelHref)}
    </>
  );
}

/** Tells of a parent that is dead: what is noted now is mostly of now. Null for all others. */
async function deathLine(viewer: Viewer, to: string, id: unknown): Promise<string | null> {
  if (!isRecordId(id)) return null;
  const model = modelNamed(to);
  const record = await getRecord(viewer, model, id).catch(asNothing);
  const died = record && deathOf(record);
  return record && died !== null ? tellDeath(String(record[model.title]), died) : null;
}
