import { partsOf } from '@/components/fields';
import type { Showing } from '@/components/fields/field-parts';
import type { DescriptionItem } from '@/components/ui/description-list';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';

const isNothing = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** The named fields of a record with their values, as far as there are any. */
export function givenItems(
  view: ModelView | undefined,
  record: AnyRecord,
  names: readonly string[],
  showing: Showing,
): DescriptionItem[] {
  return names.flatMap((name) => {
    const field = view?.fields[name];
    if (!field || isNothing(record[name])) return [];
    const { Show, isWide } = partsOf(field);
    return [
      {
        label: field.label,
        value: <Show field={field} value={record[name]} record={record} showing={showing} />,
        wide: isWide?.(field) ?? false,
      },
    ];
  });
}
