import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { WeekBars } from '@/components/charts/week-bars';
import { ProjectFacts } from '@/components/models/project/project-facts';
import { Citation } from '@/components/public/citation';
import { GivenFields } from '@/components/public/given-fields';
import { PublicationList } from '@/components/public/publication-list';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { RichText } from '@/components/ui/rich-text';
import { viewOf } from '@/lib/declare/view';
import { citationBibtex } from '@/lib/formats/citation/bibtex';
import { datasetJsonLd, jsonForScript } from '@/lib/formats/citation/json-ld';
import { citationText } from '@/lib/formats/citation/text';
import { models } from '@/lib/models';
import { publicShowing } from '../../public-record';
import { pageOf, PublicTable } from '../../public-table';
import { publicProject } from './cited';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Search engines show about so much of a description. */
const descriptionMax = 300;
/** What stands elsewhere on the page. */
const elsewhere = ['name', 'description', 'is_public', 'publications', 'name_used_in_storage'];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await publicProject((await params).id);
  if (!found) return { title: 'Project' };
  const { title, url, description: text, extent } = found.cited;
  const description = (text || `A public project with ${extent.join(' and ')}.`).slice(0, descriptionMax);
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { title, description, url, type: 'website', siteName: 'Sulcus' },
    robots: { index: true, follow: true },
  };
}

export default async function PublicProjectPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const found = await publicProject(id);
  if (!found) notFound();
  const { record, overview, publications, cited } = found;
  const pages = { sessions: pageOf(query.sessions), subjects: pageOf(query.subjects) };
  const hrefOf = (list: keyof typeof pages) => (page: number) => {
    const next = { ...pages, [list]: page };
    return `/public/projects/${id}?sessions=${next.sessions}&subjects=${next.subjects}`;
  };
  const table = { of: { field: 'projects', id: String(record.id) }, without: ['projects', 'tags'] };
  return (
    <>
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForScript(datasetJsonLd(cited)) }} />
      <PageHeader
        title={cited.title}
        subtitle={cited.creators.join(', ')}
        breadcrumbs={[{ label: 'Public projects', href: '/public' }, { label: cited.title }]}
      />
      <ProjectFacts overview={overview} />
      <div className="flex flex-col gap-x-8 xl:flex-row">
        <div className="min-w-0 flex-1">
          {record.description ? (
            <Card title="About">
              <RichText html={String(record.description)} className="max-w-prose" />
            </Card>
          ) : null}
          {overview.last ? (
            <Card title="Sessions by week" description={`The year up to ${overview.last}`}>
              <WeekBars
                title="Sessions by week"
                weeks={overview.weeks.map(({ start, count }) => ({ start, counts: [count] }))}
                series={['Sessions']}
              />
            </Card>
          ) : null}
        </div>
        <aside aria-label="How to cite" className="w-full shrink-0 xl:w-96">
          <Citation text={citationText(cited)} bibtex={citationBibtex(cited)} />
          {publications.length > 0 ? <PublicationList publications={cited.publications} /> : null}
        </aside>
      </div>
      <Card>
        <GivenFields view={viewOf(models.project)} record={record} showing={publicShowing({})} without={elsewhere} />
      </Card>
      <PublicTable model={models.session} {...table} page={pages.sessions} pageHref={hrefOf('sessions')} />
      <PublicTable model={models.subject} {...table} page={pages.subjects} pageHref={hrefOf('subjects')} />
    </>
  );
}
