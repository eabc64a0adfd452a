import type { ReactNode } from 'react';

type DocsSectionProps = { id: string; title: string; about?: ReactNode; children: ReactNode };

/** A part of a page that one can link to. */
export const DocsSection = ({ id, title, about, children }: DocsSectionProps) => (
  <section id={id} aria-labelledby={`${id}-title`} className="min-w-0 border-t pt-3 pb-7">
    <h2 id={`${id}-title`} className="text-lg font-semibold">
      <a href={`#${id}`} className="hover:underline">
        {title}
      </a>
    </h2>
    {about ? <p className="mt-0.5 max-w-prose text-muted-foreground">{about}</p> : null}
    <div className="mt-3">{children}</div>
  </section>
);
