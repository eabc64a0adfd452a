import type { Metadata } from 'next';
import Link from 'next/link';
import { Logo } from '@/components/layout/logo';
import { NotFound } from '@/components/layout/not-found';

export const metadata: Metadata = { title: 'Not found' };

/** For addresses outside the portal and the site; theirs keep their frame. */
export default function NotFoundPage() {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-12 items-center border-b px-4 sm:px-6">
        <Link href="/" className="flex rounded-sm">
          <Logo />
        </Link>
      </header>
      <main id="main">
        <NotFound homeHref="/" homeLabel="Start page" />
      </main>
    </div>
  );
}
