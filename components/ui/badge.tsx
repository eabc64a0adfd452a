import type { ComponentProps } from 'react';
import { cn } from './cn';

const tones = {
  neutral: 'border-border bg-muted text-foreground',
  accent: 'border-accent/30 bg-accent/10 text-accent',
  success: 'border-success/30 bg-success/10 text-success',
  warning: 'border-warning/35 bg-warning/10 text-warning',
  danger: 'border-danger/30 bg-danger/10 text-danger',
  info: 'border-info/30 bg-info/10 text-info',
} as const;

export type Tone = keyof typeof tones;

/** A short state or category. Its text says it; the colour only helps. */
export function Badge({ tone = 'neutral', className, ...props }: ComponentProps<'span'> & { tone?: Tone }) {
  return (
    <span
      className={cn(
        'inline-flex max-w-full items-center gap-1 rounded border px-1.5 text-xs leading-4.5 font-medium [&_svg]:size-3',
        tones[tone],
        className,
      )}
      {...props}
    />
  );
}
