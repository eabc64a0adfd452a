import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { homePath } from '@/lib/server/auth/next-path';
import { getViewer } from '@/lib/server/auth/viewer';

const sections: readonly { title: string; text: string }[] = [
  {
    title: 'Describe a session once',
    text: 'Subject, epochs, behavioral assays, data acquisition, TTL channels and recording files, in a form that starts from yesterday’s session and asks only for what is new.',
  },
  {
    title: 'Hand it to the pipeline',
    text: 'Every session gives a strict session.toml, the same bytes each time, by a click or by a token and curl. Files that exist already can be imported.',
  },
  {
    title: 'Decide who sees it',
    text: 'A session belongs to a project, and the project to its people and groups. What is private stays private; what is made public can be read by anyone.',
  },
];

/** The door: one sentence, what it is for, and the way in. */
export default async function LandingPage() {
  if (await getViewer()) redirect(homePath);
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-14 sm:px-6 sm:py-24">
      <h1 className="max-w-2xl text-3xl font-semibold tracking-tight">
        The record of every recording: who, what, when and how, ready for your pipeline.
      </h1>
      <div className="mt-7 flex flex-wrap gap-2">
        <Button asChild variant="primary" size="lg">
          <Link href="/sign-in">Sign in</Link>
        </Button>
        <Button asChild size="lg">
          <Link href="/validate">Check a session.toml</Link>
        </Button>
      </div>
      <div className="mt-16 grid gap-x-10 gap-y-8 sm:mt-24 md:grid-cols-3">
        {sections.map(({ title, text }) => (
          <section key={title} className="border-t pt-4">
            <h2 className="text-lg font-semibold">{title}</h2>
            <p className="mt-1.5 text-muted-foreground">{text}</p>
          </section>
        ))}
      </div>
    </div>
  );
}
