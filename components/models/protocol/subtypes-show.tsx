import { Badge } from '../../ui/badge';
import { subtypeOption, subtypeOptions } from './subtype-options';

export default function SubtypesShow({ kind, codes }: { kind: string; codes: readonly string[] }) {
  const options = subtypeOptions(kind);
  return (
    <span className="flex flex-wrap gap-1">
      {codes.map((code) => (
        <Badge key={code}>{subtypeOption(options, code).label}</Badge>
      ))}
    </span>
  );
}
