import type { Metadata } from 'next';
import Link from 'next/link';
import { Entrance, entranceLinkClass } from '@/components/account/entrance';
import { NewPasswordForm } from '@/components/account/new-password-form';
import { emailOfPasswordReset } from '@/lib/server/auth/password-reset';
import { setPassword } from './actions';

export const metadata: Metadata = { title: 'Choose a new password', referrer: 'no-referrer' };

type Search = Promise<Record<string, string | string[] | undefined>>;

/** Opening the link does nothing yet: mail programs open links to check them. */
export default async function ResetPasswordPage({ searchParams }: { searchParams: Search }) {
  const { token: given } = await searchParams;
  const token = typeof given === 'string' ? given : '';
  const email = await emailOfPasswordReset(token);
  if (email === null) {
    return (
      <Entrance
        title="Choose a new password"
        lead="This link was used, or is older than an hour."
        footer={
          <Link href="/forgot-password" className={entranceLinkClass}>
            Ask for a new one
          </Link>
        }
      />
    );
  }
  return (
    <Entrance title="Choose a new password" lead="It signs you out everywhere. Access tokens keep working.">
      <NewPasswordForm action={setPassword} token={token} email={email} />
    </Entrance>
  );
}
