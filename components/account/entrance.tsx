import type { ReactNode } from 'react';

interface EntranceProps {
  title: string;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  children?: ReactNode;
  /** Where else to go, under a rule. */
  footer?: ReactNode;
}

/** The narrow page of signing in, registering and the like. */
export function Entrance({ title, lead, children, footer }: EntranceProps) {
  return (
    <div className="mx-auto flex w-full max-w-[26rem] flex-col gap-6 px-4 py-10 sm:py-16">
      <header>
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {lead ? <p className="mt-1 text-muted-foreground">{lead}</p> : null}
      </header>
      {children}
      {footer ? <footer className="border-t pt-4 text-sm text-muted-foreground">{footer}</footer> : null}
    </div>
  );
}

/** A link inside the sentences of these pages. */
export const entranceLinkClass = 'text-accent underline-offset-2 hover:underline';
