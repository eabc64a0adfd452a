import Link from 'next/link';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { CopyButton } from '../ui/copy-button';

/** A secret that cannot be shown again. `href` leads to the webhook that was made with it. */
export function NewSecret({ secret, href }: { secret: string; href?: string }) {
  return (
    <Callout tone="success" role="status" title="Copy the secret now. It is not shown again.">
      <div className="mt-2 flex flex-col gap-2 text-foreground">
        <div className="flex flex-wrap items-center gap-2">
          <code className="min-w-0 rounded border bg-surface px-2 py-1 font-mono text-sm break-all select-all">
            {secret}
          </code>
          <CopyButton text={secret} label="Copy secret" showLabel />
        </div>
        <p>The receiver computes the signature with it, and so knows that a request is from here.</p>
        {href ? (
          <div>
            <Button asChild>
              <Link href={href}>Open the webhook</Link>
            </Button>
          </div>
        ) : null}
      </div>
    </Callout>
  );
}
