import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Entrance, entranceLinkClass } from '@/components/account/entrance';
import { SendCode } from '@/components/account/send-code';
import { VerifyForm, type CodeSource } from '@/components/account/verify-form';
import { findChallenged } from '@/lib/server/auth/challenge';
import { safeNext, withNext } from '@/lib/server/auth/next-path';
import { readChallengeCookie } from '@/lib/server/auth/session';
import { getSignedIn } from '@/lib/server/auth/viewer';
import { findMailedCode } from '@/lib/server/queries/mailed-code';
import { sendSignInCode, verify } from './actions';

export const metadata: Metadata = { title: 'Enter a code' };

const leads: Record<CodeSource, string> = {
  app: 'Your password is right. Open your authenticator app for the code.',
  mail: 'Your password is right. A code by mail completes it.',
  backup: 'Your password is right. Each of your backup codes completes it once.',
};
const ways: Record<CodeSource, string> = { app: 'Authenticator app', mail: 'Code by mail', backup: 'Backup code' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function VerifyPage({ searchParams }: { searchParams: Search }) {
  const { next: wanted, source: asked } = await searchParams;
  const next = safeNext(wanted);
  if (await getSignedIn()) redirect(next);
  const challenged = await findChallenged(await readChallengeCookie());
  if (!challenged) redirect(withNext('/sign-in?error=challenge', next));
  const { account, sources } = challenged;
  const source = sources.find((one) => one === asked) ?? sources[0] ?? 'backup';
  return (
    <Entrance
      title="Enter a code"
      lead={leads[source]}
      footer={
        <nav aria-label="Other ways" className="flex flex-wrap gap-x-4 gap-y-1">
          {sources
            .filter((one) => one !== source)
            .map((one) => (
              <Link key={one} href={withNext(`/sign-in/verify?source=${one}`, next)} className={entranceLinkClass}>
                {ways[one]}
              </Link>
            ))}
          <Link href={withNext('/sign-in', next)} className={entranceLinkClass}>
            Start again
          </Link>
        </nav>
      }
    >
      {source === 'mail' ? <MailCode userId={account.id} email={account.email} /> : null}
      <VerifyForm key={source} action={verify} source={source} next={next} />
    </Entrance>
  );
}

async function MailCode({ userId, email }: { userId: string; email: string }) {
  const { isOpen, waitSeconds } = await findMailedCode(userId);
  return (
    <div className="flex flex-col gap-3">
      <p>
        {isOpen ? 'A code was sent to ' : 'It goes to '}
        <span className="font-medium break-all">{email}</span>.
      </p>
      <SendCode
        action={sendSignInCode}
        waitSeconds={waitSeconds}
        label={isOpen ? 'Mail me another' : 'Mail me a code'}
      />
    </div>
  );
}
