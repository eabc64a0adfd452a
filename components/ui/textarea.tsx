'use client';

import type { ComponentProps } from 'react';
import { cn } from './cn';
import { useControl } from './field-context';
import { controlClass } from './styles';

/** Several lines of text; grows with what is written where the browser can. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      {...useControl(props)}
      className={cn(controlClass, 'field-sizing-content max-h-[60vh] min-h-16 resize-y px-2.5 py-1.5', className)}
    />
  );
}
