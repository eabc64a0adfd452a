import { Check } from 'lucide-react';
import Link from 'next/link';
import { Button } from '../ui/button';
import { cn } from '../ui/cn';

interface FirstStepsProps {
  hasProject: boolean;
  hasSubject: boolean;
}

const steps = [
  {
    title: 'Make a project',
    text: 'Subjects and sessions belong to it; its people decide who sees them.',
    href: '/projects/new',
    label: 'New project',
  },
  {
    title: 'Add a subject',
    text: 'The animal or person that you record from. Tables of subjects can be imported.',
    href: '/subjects/new',
    label: 'New subject',
  },
  {
    title: 'Enter your first session',
    text: 'Its onset, its subject, how data were recorded. The next one starts like it.',
    href: '/sessions/new',
    label: 'New session',
  },
] as const;

/** What somebody without any session does first, in order; what is done is ticked. */
export function FirstSteps({ hasProject, hasSubject }: FirstStepsProps) {
  const done = [hasProject, hasSubject, false];
  const next = done.indexOf(false);
  return (
    <section aria-labelledby="first-steps" className="border-t pt-3 pb-6">
      <h2 id="first-steps" className="text-base font-semibold">
        Three steps to the first session
      </h2>
      <ol className="mt-2 grid gap-x-8 gap-y-4 md:grid-cols-3">
        {steps.map(({ title, text, href, label }, index) => (
          <li key={href} className="flex gap-3">
            <span
              aria-hidden
              className={cn(
                'flex size-6 shrink-0 items-center justify-center rounded-full border text-sm font-semibold',
                index === next ? 'border-accent text-accent' : 'text-muted-foreground',
              )}
            >
              {done[index] ? <Check className="size-4 text-success" /> : index + 1}
            </span>
            <div>
              <h3 className="font-medium">
                {title}
                {done[index] ? <span className="sr-only"> (done)</span> : null}
              </h3>
              <p className="mt-0.5 text-sm text-muted-foreground">{text}</p>
              {done[index] ? null : (
                <Button asChild size="sm" variant={index === next ? 'primary' : 'secondary'} className="mt-2">
                  <Link href={href}>{label}</Link>
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      <p className="mt-4 text-sm text-muted-foreground">
        Or bring what you have:{' '}
        <Link href="/import" className="text-accent underline underline-offset-2">
          import session.toml files
        </Link>{' '}
        or{' '}
        <Link href="/import/tables" className="text-accent underline underline-offset-2">
          tables
        </Link>
        .
      </p>
    </section>
  );
}
