'use client';

import { FileUp } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { buttonClass } from './button';
import { cn } from './cn';
import { useControl } from './field-context';

export interface FileDropProps {
  onFiles: (files: File[]) => void;
  /** As of the native input: ".toml,.zip". Dropped files of other kinds are passed on too: the reader says what is wrong. */
  accept?: string;
  multiple?: boolean;
  /** "Drop session.toml files here". */
  label: string;
  hint?: ReactNode;
  name?: string;
  id?: string;
  disabled?: boolean;
  className?: string;
}

/** Files by dropping or by choosing. */
export function FileDrop({ onFiles, accept, multiple = false, label, hint, className, ...props }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const control = useControl(props);

  function take(list: FileList | null) {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  }

  function onDrag(event: DragEvent, change: number) {
    event.preventDefault();
    // Entering a child counts as leaving its parent: count, or the highlight flickers.
    depth.current = Math.max(0, depth.current + change);
    setOver(depth.current > 0 && !control.disabled);
  }

  return (
    <label
      onDragEnter={(event) => onDrag(event, 1)}
      onDragLeave={(event) => onDrag(event, -1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        if (!control.disabled) take(event.dataTransfer.files);
      }}
      className={cn(
        'flex flex-col items-center gap-2 rounded-lg border border-dashed px-6 py-8 text-center',
        'has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-ring',
        over ? 'border-accent bg-accent/10' : 'border-input hover:bg-muted/50',
        control.disabled ? 'cursor-not-allowed opacity-60' : 'cursor-pointer',
        className,
      )}
    >
      <FileUp aria-hidden className="size-6 text-muted-foreground" strokeWidth={1.5} />
      <span className="font-medium">{label}</span>
      <span className={buttonClass('secondary', 'sm')}>{multiple ? 'Choose files' : 'Choose a file'}</span>
      {hint ? <span className="text-xs text-muted-foreground">{hint}</span> : null}
      <input
        {...control}
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files);
          // The same file again is a change too.
          event.target.value = '';
        }}
      />
    </label>
  );
}
