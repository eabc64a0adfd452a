import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RecordFields } from '@/components/detail/record-fields';
import { PageHeader } from '@/components/ui/page-header';
import { viewOf } from '@/lib/declare/view';
import { models } from '@/lib/models';
import { noRights, publicRecord, publicShowing } from '../../public-record';
import { pageOf, PublicTable } from '../../public-table';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const record = await publicRecord(models.project, (await params).id);
  return { title: String(record?.name ?? 'Project') };
}

export default async function PublicProjectPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const record = await publicRecord(models.project, id);
  if (!record) notFound();
  const pages = { sessions: pageOf(query.sessions), subjects: pageOf(query.subjects) };
  const hrefOf = (list: keyof typeof pages) => (page: number) => {
    const next = { ...pages, [list]: page };
    return `/public/projects/${id}?sessions=${next.sessions}&subjects=${next.subjects}`;
  };
  const of = { field: 'projects', id: String(record.id) };
  return (
    <>
      <PageHeader
        title={String(record.name)}
        breadcrumbs={[{ label: 'Public projects', href: '/public' }, { label: String(record.name) }]}
      />
      <RecordFields view={publicView} record={record} rights={noRights} showing={publicShowing({})} />
      <PublicTable
        model={models.session}
        of={of}
        without={['projects', 'tags']}
        page={pages.sessions}
        pageHref={hrefOf('sessions')}
      />
      <PublicTable
        model={models.subject}
        of={of}
        without={['projects', 'tags']}
        page={pages.subjects}
        pageHref={hrefOf('subjects')}
      />
    </>
  );
}

const view = viewOf(models.project);
/** That it is public goes without saying here. */
const publicView = {
  ...view,
  layout: view.layout.map((section) => ({
    ...section,
    fields: section.fields.filter((name) => name !== 'is_public' && name !== 'name'),
  })),
  fields: Object.fromEntries(Object.entries(view.fields).filter(([name]) => name !== 'is_public' && name !== 'name')),
};
