import type { Metadata } from 'next';
import Link from 'next/link';
import { ActionForm } from '@/components/account/action-form';
import { PasswordForm } from '@/components/account/password-form';
import { ProfileForm } from '@/components/account/profile-form';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { findProfile } from '@/lib/server/auth/profile';
import { requireViewer } from '@/lib/server/auth/viewer';
import { endOtherSessions, savePassword, saveProfile } from './actions';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const viewer = await requireViewer('/account');
  const { profile, hasPassword } = await findProfile(viewer);
  return (
    <>
      <PageHeader title="Account" subtitle={`${viewer.name}, ${viewer.email}`} />
      <Card title="Profile" description="Everyone who is signed in can see it.">
        <ProfileForm action={saveProfile} profile={profile} />
      </Card>
      <Card title="Password" description="A new password signs out every other browser.">
        <PasswordForm action={savePassword} email={viewer.email} hasPassword={hasPassword} />
      </Card>
      <Card
        title="Two-factor sign-in"
        description="A code of your phone or by mail after the password."
        action={
          <Button asChild>
            <Link href="/account/two-factor">Manage second factors</Link>
          </Button>
        }
      />
      <Card
        title="Access tokens"
        description="For pipelines and scripts that work as you."
        action={
          <Button asChild>
            <Link href="/account/tokens">Manage tokens</Link>
          </Button>
        }
      />
      <Card
        title="Webhooks"
        description="Tell a program of yours when sessions are created, changed or deleted."
        action={
          <Button asChild>
            <Link href="/account/webhooks">Manage webhooks</Link>
          </Button>
        }
      />
      <Card
        title="Sign out elsewhere"
        description="Ends every other session of yours, on this and on other machines. Access tokens keep working."
      >
        <ActionForm action={endOtherSessions} submitLabel="Sign out everywhere else" submitVariant="secondary" />
      </Card>
    </>
  );
}
