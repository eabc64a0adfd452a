import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { Finding } from '@/lib/formats/archive/facts';
import { stateOf } from './archive-state';

const lights = {
  ready: { Icon: CircleCheck, tone: 'text-success' },
  advised: { Icon: TriangleAlert, tone: 'text-warning' },
  needed: { Icon: CircleX, tone: 'text-danger' },
} as const;

/** The light by itself; what stands beside it says the same. */
export function ArchiveIcon({ findings }: { findings: readonly Finding[] }) {
  const { Icon, tone } = lights[stateOf(findings).state];
  return <Icon aria-hidden className={`size-4 shrink-0 ${tone}`} />;
}

/** Whether archives would take the record, in the head of its page; leads to what they would not. */
export function ArchiveLight({ findings }: { findings: readonly Finding[] }) {
  return (
    <a
      href="#archive"
      className="inline-flex items-center gap-1 rounded text-sm text-muted-foreground underline-offset-2 hover:underline"
    >
      <ArchiveIcon findings={findings} />
      {stateOf(findings).brief}
    </a>
  );
}
