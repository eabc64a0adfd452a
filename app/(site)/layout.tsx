import type { ReactNode } from 'react';
import { SiteFrame } from '@/components/layout/site-frame';
import { homePath } from '@/lib/server/auth/next-path';
import { getViewer } from '@/lib/server/auth/viewer';

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const entrance = (await getViewer())
    ? { label: 'Dashboard', href: homePath }
    : { label: 'Sign in', href: '/sign-in' };
  return <SiteFrame entrance={entrance}>{children}</SiteFrame>;
}
