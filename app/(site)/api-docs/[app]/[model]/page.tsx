import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { ActionList } from '@/components/api-docs/action-list';
import { AddressTable } from '@/components/api-docs/address-table';
import { DocsFrame } from '@/components/api-docs/docs-frame';
import { DocsSection } from '@/components/api-docs/docs-section';
import { FieldTable } from '@/components/api-docs/field-table';
import { FilterTable } from '@/components/api-docs/filter-table';
import { NameList } from '@/components/api-docs/name-list';
import { RecordInView } from '@/components/api-docs/record-in-view';
import { Snippets } from '@/components/api-docs/snippets';
import { TypeList } from '@/components/api-docs/type-list';
import { Callout } from '@/components/ui/callout';
import { CodeBlock } from '@/components/ui/code-block';
import { PageHeader } from '@/components/ui/page-header';
import { modelAtEndpoint } from '@/lib/models';
import { requestOrigin } from '@/lib/server/auth/request-origin';
import { guideOf } from '@/lib/server/openapi/guide';
import { snippetsFor } from '@/lib/server/openapi/snippets';
import { docsApps } from '../../docs-apps';
import { askedQuery, recordInView } from './asked';

type Props = {
  params: Promise<{ app: string; model: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function modelOf(params: Props['params']) {
  const { app, model: name } = await params;
  const model = modelAtEndpoint(app, name);
  if (!model) notFound();
  return model;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const model = await modelOf(params);
  return { title: `${model.labelPlural} in the API`, description: model.help };
}

export default async function ApiModelPage({ params, searchParams }: Props) {
  const [model, given, requestHeaders] = await Promise.all([modelOf(params), searchParams, headers()]);
  const origin = requestOrigin(requestHeaders);
  const guide = guideOf(model);
  const { query, problems } = askedQuery(model, given);
  const record = await recordInView(model, given.id);
  const sets = snippetsFor({ model, origin, query, id: record?.id ?? null });
  const { record: example, create } = guide.examples;
  return (
    <DocsFrame apps={docsApps} current={`${model.app}/${model.name}`}>
      <PageHeader
        title={guide.labelPlural}
        subtitle={guide.help}
        breadcrumbs={[{ label: 'API', href: '/api-docs' }, { label: guide.labelPlural }]}
      />
      <ul className="mb-5 flex max-w-prose list-disc flex-col gap-0.5 pl-5 text-sm text-muted-foreground">
        {guide.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {problems.length > 0 ? (
        <Callout tone="warning" title="This query can’t be asked" className="mb-5">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Callout>
      ) : null}
      {record ? (
        <DocsSection id="record" title={`This ${guide.label.toLowerCase()}`}>
          <RecordInView
            address={`${origin}/api/private/${model.app}/${model.name}/${record.id}/`}
            page={`/${model.path}/${record.id}`}
            json={record.json}
          />
        </DocsSection>
      ) : null}
      <DocsSection
        id="snippets"
        title="Snippets"
        about={
          query.length > 0
            ? 'The list is asked for as you came from it: its filters, search, order and page.'
            : record
              ? null
              : 'The ids are made up; put those of your records in their place.'
        }
      >
        <Snippets sets={sets} />
      </DocsSection>
      <DocsSection id="addresses" title="Addresses">
        <AddressTable addresses={guide.addresses} />
      </DocsSection>
      <DocsSection id="fields" title="Keys of a record">
        <FieldTable label={`Keys of ${guide.labelPlural.toLowerCase()}`} fields={guide.fields} />
      </DocsSection>
      {guide.types.length > 0 ? (
        <DocsSection id="types" title="Types and their details" about="What the type of a record makes of its details.">
          <TypeList types={guide.types} />
        </DocsSection>
      ) : null}
      <DocsSection id="filters" title="Filters">
        <FilterTable filters={guide.filters} />
      </DocsSection>
      <DocsSection
        id="sort"
        title="Order and search"
        about={
          <>
            Without <code>sort[]</code> it is <code>{guide.usualSort}</code>.{' '}
            {guide.search.length > 0 ? `A search looks at ${guide.search.join(', ')}.` : 'A search finds nothing here.'}
          </>
        }
      >
        <NameList names={guide.sorts} />
      </DocsSection>
      {guide.includes.length > 0 ? (
        <DocsSection id="includes" title="Includes" about="Related records in place of their ids, by include[].">
          <NameList names={guide.includes} />
        </DocsSection>
      ) : null}
      {guide.actions.length > 0 ? (
        <DocsSection id="actions" title="Actions">
          <ActionList actions={guide.actions} />
        </DocsSection>
      ) : null}
      <DocsSection id="example" title="Example">
        <div className="flex flex-col gap-4">
          <CodeBlock label="A record" code={JSON.stringify(example, null, 2)} />
          {create ? <CodeBlock label="A body for POST" code={JSON.stringify(create, null, 2)} /> : null}
        </div>
      </DocsSection>
    </DocsFrame>
  );
}
