import 'server-only';
import type { Crumb } from '@/components/ui/breadcrumbs';
import { isReference, type AnyRecord, type Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';

export const recordCrumbs = (model: Model, id: string, title: string): Crumb[] => [
  { label: model.labelPlural, href: `/${model.path}` },
  { label: title, href: `/${model.path}/${id}` },
];

/** Where the history of a record is read: that of what it belongs to, where it is a part. */
export function historyHome(model: Model, record: AnyRecord): string {
  const scope = model.access.by === 'via' ? model.access.field : null;
  const field = scope ? model.fields[scope] : undefined;
  const parent = scope ? record[scope] : null;
  return field && isReference(field) && parent
    ? `/${modelNamed(field.to).path}/${String(parent)}/history`
    : `/${model.path}/${record.id}/history`;
}
