import type { ComponentProps } from 'react';
import { cn } from './cn';

export function Label({ className, ...props }: ComponentProps<'label'>) {
  // The caller gives htmlFor or the control as a child.
  // oxlint-disable-next-line jsx-a11y/label-has-associated-control
  return <label className={cn('text-sm leading-5 font-medium text-foreground', className)} {...props} />;
}
