import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { DocsNav, type DocsApp } from './docs-nav';

type DocsFrameProps = { apps: readonly DocsApp[]; current: string; children: ReactNode };

/** Left what there is, right one of them. On a phone what there is folds away. */
export const DocsFrame = ({ apps, current, children }: DocsFrameProps) => (
  <div className="mx-auto flex w-full max-w-7xl flex-col gap-4 px-4 py-5 sm:px-6 lg:flex-row lg:gap-10">
    <details className="group border-b pb-3 lg:hidden">
      <summary className="flex cursor-pointer items-center gap-1.5 font-medium">
        <ChevronDown aria-hidden className="size-4 group-open:rotate-180" />
        All models
      </summary>
      <div className="mt-3">
        <DocsNav apps={apps} current={current} />
      </div>
    </details>
    <aside
      aria-label="Models"
      className="sticky top-0 hidden max-h-dvh w-56 shrink-0 self-start overflow-y-auto py-1 lg:block"
    >
      <DocsNav apps={apps} current={current} />
    </aside>
    <div className="min-w-0 flex-1">{children}</div>
  </div>
);
