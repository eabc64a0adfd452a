import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Entrance, entranceLinkClass } from '@/components/account/entrance';
import { RegisterForm } from '@/components/account/register-form';
import { claimInvitationsBySecret, findInvitationBySecret, isInviteeKnown } from '@/lib/server/auth/invitations';
import { homePath } from '@/lib/server/auth/next-path';
import { getViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { register } from './actions';

export const metadata: Metadata = { title: 'Make an account', referrer: 'no-referrer' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function RegisterPage({ searchParams }: { searchParams: Search }) {
  const { invitation: given } = await searchParams;
  const secret = typeof given === 'string' ? given : null;
  const viewer = await getViewer();
  if (viewer) redirect(secret && (await claimInvitationsBySecret(secret, viewer)) ? '/invitations' : homePath);

  const { SIGN_UP } = getEnv();
  const invitation = secret ? await findInvitationBySecret(secret) : null;
  if (invitation && (await isInviteeKnown(invitation))) {
    redirect(`/sign-in?email=${encodeURIComponent(invitation.email)}&next=/invitations`);
  }
  if (SIGN_UP === 'closed') return <Refused>Accounts are made by the administrator here.</Refused>;
  if (secret && !invitation) return <Refused>This invitation is no longer open. Ask for a new one.</Refused>;
  if (SIGN_UP === 'invitation' && !invitation) {
    return <Refused>Accounts are made by invitation here. Ask someone of your lab to invite you.</Refused>;
  }
  return (
    <Entrance
      title="Make an account"
      lead={invitation ? `${invitation.inviter_name} has invited you to a ${invitation.model}.` : null}
      footer={<SignInInstead />}
    >
      <RegisterForm action={register} invitation={invitation && secret ? { secret, email: invitation.email } : null} />
    </Entrance>
  );
}

function Refused({ children }: { children: string }) {
  return <Entrance title="Make an account" lead={children} footer={<SignInInstead />} />;
}

function SignInInstead() {
  return (
    <>
      You have an account?{' '}
      <Link href="/sign-in" className={entranceLinkClass}>
        Sign in
      </Link>
    </>
  );
}
