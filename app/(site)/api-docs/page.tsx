import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { DocsFrame } from '@/components/api-docs/docs-frame';
import { Authentication } from '@/components/api-docs/introduction/authentication';
import { Failing } from '@/components/api-docs/introduction/failing';
import { Reading } from '@/components/api-docs/introduction/reading';
import { Writing } from '@/components/api-docs/introduction/writing';
import { PageHeader } from '@/components/ui/page-header';
import { limitDefault } from '@/lib/server/api/api-query';
import { requestOrigin } from '@/lib/server/auth/request-origin';
import { limitMax } from '@/lib/server/operations/list';
import { bulkRowsMax } from '@/lib/server/operations/write-many';
import { allOperators, exampleProblems, limitsInWords } from '@/lib/server/openapi/introduction';
import { docsApps } from './docs-apps';

export const metadata: Metadata = {
  title: 'API',
  description:
    'Every record of the portal, by the same rules for all models, with snippets for curl, Python and MATLAB.',
};

export default async function ApiIntroductionPage() {
  const origin = requestOrigin(await headers());
  return (
    <DocsFrame apps={docsApps} current="">
      <PageHeader
        title="API"
        subtitle={
          <>
            Every record of the portal, by the same rules for all models. For programs:{' '}
            <a href="/api/openapi.json" className="text-accent underline underline-offset-2">
              OpenAPI 3.1
            </a>
            .
          </>
        }
      />
      <Authentication origin={origin} />
      <Reading origin={origin} operators={allOperators} limitDefault={limitDefault} limitMax={limitMax} />
      <Writing origin={origin} bulkMax={bulkRowsMax} />
      <Failing fieldProblems={exampleProblems} limits={limitsInWords()} />
    </DocsFrame>
  );
}
