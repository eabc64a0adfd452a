import { partsOf } from '@/components/fields';
import type { Showing } from '@/components/fields/field-parts';
import { DescriptionList, type DescriptionItem } from '@/components/ui/description-list';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';

interface GivenFieldsProps {
  view: ModelView;
  record: AnyRecord;
  showing: Showing;
  /** Fields that say nothing here. */
  without: readonly string[];
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

const namesGiven = (view: ModelView, record: AnyRecord, without: readonly string[]): string[] =>
  view.layout
    .flatMap(({ fields }) => fields)
    .filter((name) => !without.includes(name) && view.fields[name] !== undefined && !isNothing(record[name]));

/** Whether anything is known of a record besides those fields. */
export const areGiven = (view: ModelView, record: AnyRecord, without: readonly string[]): boolean =>
  namesGiven(view, record, without).length > 0;

/** What is known of a record, in the order of its form. Readers miss nothing where a laboratory has given nothing. */
export function GivenFields({ view, record, showing, without }: GivenFieldsProps) {
  const items = namesGiven(view, record, without).flatMap((name): DescriptionItem[] => {
    const field = view.fields[name];
    if (!field) return [];
    const value = record[name];
    const { Show, isWide } = partsOf(field);
    return [
      {
        label: field.label,
        value: <Show field={field} value={value} record={record} showing={showing} />,
        wide: isWide?.(field) ?? false,
      },
    ];
  });
  return items.length > 0 ? <DescriptionList items={items} /> : null;
}
