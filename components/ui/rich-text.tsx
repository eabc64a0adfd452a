import { cn } from './cn';

/** Shows rich text. `html` must come sanitised from the server: nothing is filtered here. */
export function RichText({ html, className }: { html: string; className?: string }) {
  // oxlint-disable-next-line react/no-danger -- sanitised on the way in and on the way out by the operations
  return <div className={cn('rich-text', className)} dangerouslySetInnerHTML={{ __html: html }} />;
}
