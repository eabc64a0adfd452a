import type { Metadata } from 'next';
import Link from 'next/link';
import { AddAppForm } from '@/components/account/add-app-form';
import { AddMailForm } from '@/components/account/add-mail-form';
import { Entrance, entranceLinkClass } from '@/components/account/entrance';
import { offerApp } from '@/lib/server/auth/authenticator-app';
import { safeNext, setUpPath, withNext } from '@/lib/server/auth/next-path';
import { findProofs } from '@/lib/server/auth/proof';
import { requireSignedIn } from '@/lib/server/auth/viewer';
import { findMailedCode } from '@/lib/server/queries/mailed-code';
import { addAppMethod, addMailMethod, sendOwnCode } from '../../../(portal)/account/two-factor/actions';

export const metadata: Metadata = { title: 'Set up a second factor' };

type Search = Promise<Record<string, string | string[] | undefined>>;

/** Where somebody is led who must have a second factor and has none (REQUIRE_TWO_FACTOR); everything else waits for it. */
export default async function SetUpPage({ searchParams }: { searchParams: Search }) {
  const { next: wanted, kind } = await searchParams;
  const next = safeNext(wanted);
  const { viewer } = await requireSignedIn(next);
  const [proofs, { waitSeconds }] = await Promise.all([findProofs(viewer.id), findMailedCode(viewer.id)]);
  const isMail = kind === 'mail';
  // When it is done the form shows the backup codes, so this page leads nobody away by itself.
  return (
    <Entrance
      title="Set up a second factor"
      lead="Your account needs one here: after the password, a code that only you can have."
      footer={
        <nav aria-label="Other ways" className="flex flex-wrap gap-x-4 gap-y-1">
          <Link href={withNext(isMail ? setUpPath : `${setUpPath}?kind=mail`, next)} className={entranceLinkClass}>
            {isMail ? 'An authenticator app instead' : 'Codes by mail instead'}
          </Link>
          <Link href="/sign-out" className={entranceLinkClass}>
            Sign out
          </Link>
        </nav>
      }
    >
      {isMail ? (
        <AddMailForm
          action={addMailMethod}
          sendCode={sendOwnCode}
          waitSeconds={waitSeconds}
          email={viewer.email}
          proofs={proofs}
          next={next}
          isWide
        />
      ) : (
        <AddAppForm action={addAppMethod} offer={offerApp(viewer)} proofs={proofs} next={next} isWide />
      )}
    </Entrance>
  );
}
