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
    <figure
      className={cn(
        'flex min-w-0 overflow-hidden rounded-md border bg-muted/60',
        label && 'flex-col-reverse',
        className,
      )}
    >
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} className="min-w-0 flex-1 overflow-x-auto px-3 py-2 font-mono text-sm">
        <code>{code}</code>
      </pre>
      {label ? (
        <figcaption className="flex h-8 items-center justify-between border-b pr-1 pl-3 text-xs text-muted-foreground">
          {label}
          <CopyButton text={code} label={`Copy ${label}`} />
        </figcaption>
      ) : (
        <div className="p-1">
          <CopyButton text={code} />
        </div>
      )}
    </figure>
  );
}
