import Link from 'next/link';
import { cn } from '../ui/cn';
import { docsHref } from './href';

export type DocsApp = {
  readonly name: string;
  readonly label: string;
  readonly models: readonly { readonly app: string; readonly name: string; readonly labelPlural: string }[];
};

type DocsNavProps = {
  apps: readonly DocsApp[];
  /** `app/model` of the page, or nothing on the introduction. */
  current: string;
};

/** All that the API serves, by app. */
export const DocsNav = ({ apps, current }: DocsNavProps) => (
  <nav aria-label="API" className="flex flex-col gap-4 text-sm">
    <ul className="flex flex-col gap-px">
      <NavEntry href="/api-docs" isCurrent={current === ''}>
        Introduction
      </NavEntry>
      <li>
        <a href="/api/openapi.json" className="nav-link">
          OpenAPI 3.1
        </a>
      </li>
    </ul>
    {apps.map(({ name, label, models }) => (
      <section key={name} aria-label={label}>
        <h2 className="mb-1 px-2 text-xs text-muted-foreground">{label}</h2>
        <ul className="flex flex-col gap-px">
          {models.map((model) => (
            <NavEntry key={model.name} href={docsHref(model)} isCurrent={current === `${model.app}/${model.name}`}>
              {model.labelPlural}
            </NavEntry>
          ))}
        </ul>
      </section>
    ))}
  </nav>
);

const NavEntry = ({ href, isCurrent, children }: { href: string; isCurrent: boolean; children: string }) => (
  <li>
    <Link
      href={href}
      // All of them stand on every page: fetching each in advance would be fifty requests.
      prefetch={false}
      className={cn('nav-link', isCurrent && 'font-medium')}
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
    >
      <span className="truncate">{children}</span>
    </Link>
  </li>
);
