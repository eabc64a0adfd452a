import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { ValidatePage } from '@/components/validate/validate-page';

export const metadata: Metadata = {
  title: 'Check a session.toml',
  description: 'Shows every problem of a session.toml at its line. Runs in the browser; nothing is sent.',
};

export default function Page() {
  return (
    <div className="mx-auto w-full max-w-7xl px-4 py-6 sm:px-6">
      <PageHeader
        title="Check a session.toml"
        subtitle={
          <>
            Every problem, at its line, as you type. For completion in your editor, use the{' '}
            <a href="/schemas/session-1.0.json" className="text-accent underline underline-offset-2">
              JSON Schema of format 1.0
            </a>
            .
          </>
        }
      />
      <ValidatePage />
    </div>
  );
}
