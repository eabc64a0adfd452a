import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Entrance, entranceLinkClass } from '@/components/account/entrance';
import { Button } from '@/components/ui/button';
import { homePath } from '@/lib/server/auth/next-path';
import { getSignedIn } from '@/lib/server/auth/viewer';
import { signOut } from './actions';

export const metadata: Metadata = { title: 'Sign out' };

/** A link cannot sign out by itself: any other site could hold one. */
export default async function SignOutPage() {
  const signedIn = await getSignedIn();
  if (!signedIn) redirect('/sign-in');
  return (
    <Entrance
      title="Sign out"
      lead={`You are signed in as ${signedIn.viewer.name}.`}
      footer={
        <Link href={homePath} className={entranceLinkClass}>
          Stay signed in
        </Link>
      }
    >
      <form action={signOut}>
        <Button type="submit" variant="primary" size="lg" className="w-full">
          Sign out
        </Button>
      </form>
    </Entrance>
  );
}
