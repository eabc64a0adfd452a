import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/layout/app-shell';
import { sidebarCookie } from '@/components/layout/sidebar-cookie';
import { homePath } from '@/lib/server/auth/next-path';
import { requireViewer } from '@/lib/server/auth/viewer';
import { navigation } from './navigation';
import { searchRecords } from './search-action';

const userLinks = { account: '/account', tokens: '/account/tokens', api: '/api-docs', signOut: '/sign-out' };

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { name, email, isSuperuser } = await requireViewer();
  const isCollapsed = (await cookies()).get(sidebarCookie)?.value === 'collapsed';
  return (
    <AppShell
      nav={navigation}
      user={{ name, email, isSuperuser }}
      userLinks={userLinks}
      homeHref={homePath}
      initiallyCollapsed={isCollapsed}
      search={searchRecords}
    >
      {children}
    </AppShell>
  );
}
