import type { Metadata } from 'next';
import Link from 'next/link';
import { Entrance, entranceLinkClass } from '@/components/account/entrance';
import { ForgotForm } from '@/components/account/forgot-form';
import { forgot } from './actions';

export const metadata: Metadata = { title: 'Forgot your password?' };

export default function ForgotPasswordPage() {
  return (
    <Entrance
      title="Forgot your password?"
      lead="Have a link mailed with which you choose a new one."
      footer={
        <Link href="/sign-in" className={entranceLinkClass}>
          Back to signing in
        </Link>
      }
    >
      <ForgotForm action={forgot} />
    </Entrance>
  );
}
