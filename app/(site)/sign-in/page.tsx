import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Entrance, entranceLinkClass } from '@/components/account/entrance';
import { SignInForm } from '@/components/account/sign-in-form';
import { SingleSignOn } from '@/components/account/single-sign-on';
import { Callout } from '@/components/ui/callout';
import { safeNext } from '@/lib/server/auth/next-path';
import { oidcProvider } from '@/lib/server/auth/oidc';
import { getSignedIn } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { findDemoAccounts } from '@/lib/server/queries/demo-accounts';
import { signIn } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

const messages = new Map<unknown, string>([
  ['no-account', 'There is no open account for this identity. Ask someone of your lab to invite you.'],
  ['challenge', 'The code did not come within ten minutes, or your password has changed since. Sign in again.'],
]);

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { next: wanted, callbackUrl, error, email, done } = await searchParams;
  const next = safeNext(wanted ?? pathOf(callbackUrl));
  // Who has to set up a second factor first is led on from there.
  if (await getSignedIn()) redirect(next);
  const oidc = oidcProvider();
  const canRegister = getEnv().SIGN_UP === 'open';
  return (
    <Entrance
      title="Sign in"
      lead={wanted ? 'Sign in to go on to the page you asked for.' : null}
      footer={
        canRegister ? (
          <>
            New here?{' '}
            <Link href="/register" className={entranceLinkClass}>
              Make an account
            </Link>
          </>
        ) : (
          'No account yet? Ask someone of your lab to invite you.'
        )
      }
    >
      {error ? (
        <Callout tone="danger" role="alert">
          {messages.get(error) ?? 'Signing in did not work. Try again.'}
        </Callout>
      ) : null}
      {done === 'reset' ? (
        <Callout tone="success" role="status">
          Your password is changed. Sign in with the new one.
        </Callout>
      ) : null}
      <SignInForm
        action={signIn}
        next={next}
        email={typeof email === 'string' ? email : ''}
        demo={await findDemoAccounts()}
      />
      {oidc ? <SingleSignOn name={oidc.name} next={next} /> : null}
    </Entrance>
  );
}

/** next-auth leads here with a whole URL of ours. */
function pathOf(url: string | string[] | undefined): string | undefined {
  const parsed = typeof url === 'string' ? URL.parse(url) : null;
  return parsed ? `${parsed.pathname}${parsed.search}` : undefined;
}
