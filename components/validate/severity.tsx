import { CircleX, Info, TriangleAlert } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { Severity } from '@/lib/formats/session-toml/problems';

const looks = {
  error: { icon: CircleX, name: 'Error', tint: 'text-danger', stripe: 'bg-danger/10' },
  warning: { icon: TriangleAlert, name: 'Warning', tint: 'text-warning', stripe: 'bg-warning/10' },
  info: { icon: Info, name: 'Note', tint: 'text-info', stripe: 'bg-info/10' },
} as const satisfies Record<Severity, unknown>;

/** The background of a line with a problem. */
export function stripeOf(severity: Severity): string {
  return looks[severity].stripe;
}

/** The mark of a severity: a shape of its own, never only a colour. */
export function SeverityIcon({ severity, className }: { severity: Severity; className?: string }) {
  const { icon: Icon, name, tint } = looks[severity];
  return <Icon role="img" aria-label={name} className={cn('size-4 shrink-0', tint, className)} />;
}
