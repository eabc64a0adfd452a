import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { DraftingProvider } from '@/components/form/drafting';
import { AppShell } from '@/components/layout/app-shell';
import { foldedCookie, parseFolded, sidebarCookie } from '@/components/layout/sidebar-cookie';
import { homePath } from '@/lib/server/auth/next-path';
import { requireViewer } from '@/lib/server/auth/viewer';
import { signInAgain } from '../(site)/sign-in/again';
import { kindsFor, navigationFor, otherPagesFor } from './navigation';

const userLinks = {
  account: '/account',
  tokens: '/account/tokens',
  api: '/api-docs',
  deleted: '/deleted',
  signOut: '/sign-out',
};

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const { name, email, isSuperuser } = viewer;
  const remembered = await cookies();
  return (
    <AppShell
      nav={navigationFor(viewer)}
      otherPages={otherPagesFor(viewer)}
      user={{ name, email, isSuperuser }}
      userLinks={userLinks}
      homeHref={homePath}
      initiallyCollapsed={remembered.get(sidebarCookie)?.value === 'collapsed'}
      foldedSections={parseFolded(remembered.get(foldedCookie)?.value)}
      kinds={kindsFor(viewer)}
    >
      <DraftingProvider user={{ id: viewer.id, email }} signIn={signInAgain}>
        {children}
      </DraftingProvider>
    </AppShell>
  );
}
