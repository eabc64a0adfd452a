import type { Metadata } from 'next';
import { ActionForm } from '@/components/account/action-form';
import { Entrance } from '@/components/account/entrance';
import { confirm } from '../actions';

export const metadata: Metadata = { title: 'Confirm your e-mail address', referrer: 'no-referrer' };

type Search = Promise<Record<string, string | string[] | undefined>>;

/** Opening the link does nothing yet: mail programs open links to check them. */
export default async function ConfirmPage({ searchParams }: { searchParams: Search }) {
  const { token } = await searchParams;
  return (
    <Entrance title="Confirm your e-mail address" lead="One click makes your account and signs you in.">
      <ActionForm
        action={confirm}
        submitLabel="Make my account"
        hidden={{ token: typeof token === 'string' ? token : '' }}
        isWide
      />
    </Entrance>
  );
}
