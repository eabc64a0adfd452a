import type { Field } from '@/lib/declare/model';
import { partsOf } from '../fields';
import { overridesOf, type DetailPartProps } from '../models/overrides';
import { Card } from '../ui/card';
import { DescriptionList, type DescriptionItem } from '../ui/description-list';

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Fields that the form does not have, but the record may: computed ones and files. Shown where there is something. */
function fieldsOutside({ view, record }: DetailPartProps): string[] {
  const laidOut = new Set(view.layout.flatMap(({ fields }) => fields));
  // The versions of the schemas of typed details are for programs.
  const versions = new Set<unknown>(
    Object.values(view.fields).flatMap((field) =>
      'version' in field ? [field.version] : field.kind === 'entries' ? ['type_schema_version'] : [],
    ),
  );
  const { hidden = [] } = overridesOf(view.name);
  return Object.entries(view.fields).flatMap(([name, field]) =>
    !laidOut.has(name) &&
    !versions.has(name) &&
    !hidden.includes(name) &&
    !partsOf(field).isRelated &&
    !isNothing(record[name])
      ? [name]
      : [],
  );
}

/** Every field of a record by the sections of its form, dense and in the same order; `without` those that its page tells elsewhere. */
export function RecordFields({ without = [], ...props }: DetailPartProps & { without?: readonly string[] }) {
  const { view, record, showing } = props;
  const outside = fieldsOutside(props);
  const { shows, tables = [] } = overridesOf(view.name);
  function itemOf(name: string): DescriptionItem[] {
    const field: Field | undefined = view.fields[name];
    if (!field || without.includes(name) || tables.includes(name) || (field.hideEmpty && isNothing(record[name])))
      return [];
    const { Show: Derived, isWide } = partsOf(field);
    const Show = shows?.[name] ?? Derived;
    const value = record[name];
    return [
      {
        label: field.label,
        value: isNothing(value) ? null : <Show field={field} value={value} record={record} showing={showing} />,
        wide: isWide?.(field) ?? false,
      },
    ];
  }

  return (
    <>
      {view.layout.map(({ title, fields }) => {
        const items = fields.flatMap(itemOf);
        return items.length > 0 ? (
          <Card key={title} title={title}>
            <DescriptionList items={items} />
          </Card>
        ) : null;
      })}
      {outside.length > 0 ? (
        <Card title="Also">
          <DescriptionList items={outside.flatMap(itemOf)} />
        </Card>
      ) : null}
    </>
  );
}
