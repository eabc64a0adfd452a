import { partsOf } from '@/components/fields';
import type { ShowProps } from '@/components/fields/field-parts';
import { objectOf } from '@/components/fields/read-value';

/** The system of coordinates that are there: every procedure has one, also where nothing is placed by it. */
export function CoordinateSystemShow(props: ShowProps) {
  const { record, field } = props;
  // A list need not have asked for the coordinates.
  if ('coordinates_details' in record && Object.keys(objectOf(record.coordinates_details)).length === 0)
    return <span className="text-muted-foreground">no coordinates given</span>;
  const { Show } = partsOf(field);
  return <Show {...props} />;
}
