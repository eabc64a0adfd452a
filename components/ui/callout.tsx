import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

const kinds = {
  info: { icon: Info, look: 'border-info/35 bg-info/5', tint: 'text-info' },
  success: { icon: CircleCheck, look: 'border-success/35 bg-success/5', tint: 'text-success' },
  warning: { icon: TriangleAlert, look: 'border-warning/40 bg-warning/5', tint: 'text-warning' },
  danger: { icon: CircleX, look: 'border-danger/35 bg-danger/5', tint: 'text-danger' },
} as const;

interface CalloutProps {
  tone?: keyof typeof kinds;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** `alert` for what just went wrong, `status` for what just happened. */
  role?: 'alert' | 'status';
  className?: string;
}

export function Callout({ tone = 'info', title, children, action, role, className }: CalloutProps) {
  const { icon: Icon, look, tint } = kinds[tone];
  return (
    <div role={role} className={cn('flex gap-2.5 rounded-md border px-3.5 py-2.5', look, className)}>
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', tint)} />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className={cn('text-sm', title && 'mt-0.5 text-muted-foreground')}>{children}</div> : null}
      </div>
      {action ? <div className="shrink-0 self-center">{action}</div> : null}
    </div>
  );
}
