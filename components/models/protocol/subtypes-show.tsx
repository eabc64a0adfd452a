import type { ShowProps } from '../../fields/field-parts';
import { textOf, textsOf } from '../../fields/read-value';
import { Badge } from '../../ui/badge';
import { subtypeOption, subtypeOptions } from './subtype-options';

/** The types that a protocol is for, by their labels. */
export function SubtypesShow({ value, record }: ShowProps) {
  const options = subtypeOptions(textOf(record.protocol_type));
  return (
    <span className="flex flex-wrap gap-1">
      {textsOf(value).map((code) => (
        <Badge key={code}>{subtypeOption(options, code).label}</Badge>
      ))}
    </span>
  );
}
