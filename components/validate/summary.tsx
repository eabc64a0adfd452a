import { CircleCheck, CircleX } from 'lucide-react';
import type { Validation } from '@/lib/formats/session-toml/validate';

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** “Valid”, “2 errors, 1 warning” and the like. */
export function summaryOf({ valid, problems }: Validation): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const parts = [
    ...(valid ? ['Valid'] : [count(errors, 'error')]),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  return parts.join(', ');
}

/** The outcome for one file in a line. */
export function Summary({ result }: { result: Validation | null }) {
  if (!result) return <span className="text-muted-foreground">Checking…</span>;
  const Icon = result.valid ? CircleCheck : CircleX;
  return (
    <span className="inline-flex items-center gap-1.5 font-medium tabular-nums">
      <Icon aria-hidden className={result.valid ? 'size-4 text-success' : 'size-4 text-danger'} />
      {summaryOf(result)}
    </span>
  );
}
