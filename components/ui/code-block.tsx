import { cn } from './cn';
import { CopyButton } from './copy-button';

interface CodeBlockProps {
  code: string;
  /** What it is: "session.toml", "Shell". */
  label?: string;
  className?: string;
}

export function CodeBlock({ code, label, className }: CodeBlockProps) {
  return (
    <figure className={cn('relative min-w-0 overflow-hidden rounded-md border bg-muted/60', className)}>
      {label ? (
        <figcaption className="flex h-8 items-center justify-between border-b pr-1 pl-3 text-xs text-muted-foreground">
          {label}
          <CopyButton text={code} label={`Copy ${label}`} />
        </figcaption>
      ) : (
        <CopyButton text={code} className="absolute top-1 right-1" />
      )}
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} className={cn('overflow-x-auto px-3 py-2 font-mono text-sm', !label && 'pr-10')}>
        <code>{code}</code>
      </pre>
    </figure>
  );
}
