import type { Metadata } from 'next';
import Link from 'next/link';
import { connection } from 'next/server';
import { Entrance, entranceLinkClass } from '@/components/account/entrance';
import { ForgotForm } from '@/components/account/forgot-form';
import { isMailSent } from '@/lib/server/mail';
import { forgot } from './actions';

export const metadata: Metadata = { title: 'Forgot your password?' };

export default async function ForgotPasswordPage() {
  // The setting is that of the server that runs, not of the build.
  await connection();
  return (
    <Entrance
      title="Forgot your password?"
      lead="A link lets you choose a new one."
      footer={
        <Link href="/sign-in" className={entranceLinkClass}>
          Back to signing in
        </Link>
      }
    >
      <ForgotForm action={forgot} isMailSent={isMailSent()} />
    </Entrance>
  );
}
