import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button';
import { cn } from './cn';

export interface IconButtonProps extends Omit<ButtonProps, 'aria-label' | 'children'> {
  /** What it does, read aloud and shown on hover. */
  label: string;
  /** The icon, or with `asChild` the link that holds it. */
  children: ReactNode;
}

export function IconButton({ label, variant = 'ghost', size = 'md', className, ...props }: IconButtonProps) {
  return (
    <Button
      aria-label={label}
      title={label}
      variant={variant}
      size={size}
      className={cn('px-0!', size === 'sm' ? 'w-7' : size === 'lg' ? 'w-10' : 'w-8', className)}
      {...props}
    />
  );
}
