import 'server-only';
import type { Showing } from '@/components/fields/field-parts';
import { RecordLink } from '@/components/fields/record-link';
import type { Crumb } from '@/components/ui/breadcrumbs';
import { isReference, type AnyRecord, type Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import { catalogueOf } from '@/lib/models/approval';
import type { TitlesByModel } from '@/lib/server/queries/titles';

/** A record is called by its title where every one of the model has one, else by what it is. */
export const headingOf = (model: Model, title: string): string =>
  model.fields[model.title]?.required || model.access.by === 'directory' || catalogueOf(model) ? title : model.label;

/** What a record belongs to, where it is called by its type and so by no name of its own. */
export function parentLine(model: Model, record: AnyRecord, showing: Showing) {
  const scope = model.access.by === 'via' && model.title === 'type' ? model.access.field : null;
  const field = scope ? model.fields[scope] : undefined;
  if (!scope || !field || !isReference(field) || !record[scope]) return undefined;
  return (
    <>
      {field.label}: <RecordLink model={field.to} id={String(record[scope])} showing={showing} />
    </>
  );
}

/** The way to a record: through the one it hangs on where it hangs on one, else through its list. */
export function crumbsOf(model: Model, record: AnyRecord, titles: TitlesByModel, title: string): Crumb[] {
  const scope = model.access.by === 'via' ? model.access.field : null;
  const field = scope ? model.fields[scope] : undefined;
  const parentId = scope && record[scope] !== null ? String(record[scope]) : null;
  if (model.nav !== null || !field || !isReference(field) || !parentId)
    return [{ label: model.labelPlural, href: `/${model.path}` }, { label: headingOf(model, title) }];
  const parent = modelNamed(field.to);
  return [
    { label: parent.labelPlural, href: `/${parent.path}` },
    { label: titles[parent.name]?.[parentId] ?? parent.label, href: `/${parent.path}/${parentId}` },
    { label: headingOf(model, title) === model.label ? model.label : `${model.label}: ${title}` },
  ];
}
