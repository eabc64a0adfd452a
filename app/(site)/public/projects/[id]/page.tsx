import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GivenFields } from '@/components/public/given-fields';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { viewOf } from '@/lib/declare/view';
import { models } from '@/lib/models';
import { publicRecord, publicShowing } from '../../public-record';
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
      <Card>
        <GivenFields
          view={viewOf(models.project)}
          record={record}
          showing={publicShowing({})}
          without={['name', 'is_public']}
        />
      </Card>
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
