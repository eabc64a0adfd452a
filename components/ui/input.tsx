'use client';

import type { ComponentProps } from 'react';
import { cn } from './cn';
import { useControl } from './field-context';
import { controlClass } from './styles';

/** One line of text. Inside a Field it finds its label, help and errors by itself. */
export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input {...useControl(props)} className={cn(controlClass, 'h-8 px-2.5', className)} />;
}
