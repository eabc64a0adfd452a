import type { Metadata } from 'next';
import Link from 'next/link';
import { Entrance, entranceLinkClass } from '@/components/account/entrance';

export const metadata: Metadata = { title: 'Make an account' };

type Search = Promise<Record<string, string | string[] | undefined>>;

/** The same for every address, so that nobody learns here who has an account. */
export default async function RegisterDonePage({ searchParams }: { searchParams: Search }) {
  const mustConfirm = (await searchParams).then === 'confirm';
  return (
    <Entrance
      title={mustConfirm ? 'Look into your mail' : 'You can sign in'}
      lead={
        mustConfirm
          ? 'We have sent you a link that makes the account. It works for a day.'
          : 'Your account is ready, with the address and the password that you have chosen. If the address had an account before, that one is unchanged.'
      }
      footer={
        <Link href="/sign-in" className={entranceLinkClass}>
          Sign in
        </Link>
      }
    />
  );
}
