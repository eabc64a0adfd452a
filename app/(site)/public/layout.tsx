import type { ReactNode } from 'react';

/** The pages of what its owners have made public: read-only, the same for everyone. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-6xl px-4 py-6 sm:px-6">{children}</div>;
}
