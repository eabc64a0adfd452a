import Link from 'next/link';
import { CodeBlock } from '@/components/ui/code-block';
import { DocsSection } from '../docs-section';

/** Tokens, the portals they open, and signing in a program by the browser. */
export const Authentication = ({ origin }: { origin: string }) => (
  <DocsSection id="authentication" title="Authentication">
    <div className="flex flex-col gap-3 [&>p]:max-w-prose">
      <p>
        Make a personal access token under{' '}
        <Link href="/account/tokens" className="text-accent">
          Access tokens
        </Link>{' '}
        and send it with every request. It is shown once, holds for a year from its last use, and can be revoked at any
        time. Keep it in the environment, not in a script.
      </p>
      <CodeBlock
        label="With a token"
        code={`export SULCUS_TOKEN='…'\ncurl -fsS '${origin}/api/private/stem/project/' -H "Authorization: Bearer $SULCUS_TOKEN"`}
      />
      <p>
        The second part of an address is the portal: <code>private</code> is what you may see, <code>public</code> what
        anyone may see (GET only, without a token), <code>super</code> everything, for administrators. Addresses are
        served with and without the slash at their end; nothing is ever redirected.
      </p>
      <DeviceFlow origin={origin} />
    </div>
  </DocsSection>
);

const DeviceFlow = ({ origin }: { origin: string }) => (
  <>
    <h3 className="mt-2 font-semibold">Signing in a program</h3>
    <p>
      A program that has no token asks for one: it shows an address and a code, a person approves in the browser, and
      the program receives the token once. That is what <code>brainstem login</code> does.
    </p>
    <CodeBlock
      label="Device flow"
      code={`curl -fsS '${origin}/api/auth/device/' -H 'Content-Type: application/json' -d '{"client_name": "my-pipeline"}'
# Open verification_uri_complete, approve, then ask until the status is "success":
curl -fsS '${origin}/api/auth/device/token/' -H 'Content-Type: application/json' -d '{"device_code": "…"}'`}
    />
  </>
);
