import { Globe } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Input } from '@/components/ui/input';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { RichText } from '@/components/ui/rich-text';
import { models } from '@/lib/models';
import { listRecords } from '@/lib/server/operations/list';
import { sanitiseRichText } from '@/lib/server/rich-text';
import { anonymousViewer } from '@/lib/server/viewer';
import { pageOf } from './public-table';

export const metadata: Metadata = { title: 'Public projects' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const size = 25;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const counted = (count: number, one: string) => `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;

export default async function PublicProjectsPage({ searchParams }: Props) {
  const { q, page: given } = await searchParams;
  const search = typeof q === 'string' ? q.slice(0, 200) : '';
  const page = pageOf(given);
  const list = { filters: [], search, sort: [], limit: size, offset: (page - 1) * size };
  const { records, count } = await listRecords(anonymousViewer, models.project, list);
  const total = count ?? records.length;
  const from = (page - 1) * size + 1;
  const href = (to: number) => `/public?${new URLSearchParams({ ...(search ? { q: search } : {}), page: String(to) })}`;
  return (
    <>
      <PageHeader
        title="Public projects"
        subtitle="What laboratories have opened for everyone, with its subjects and sessions."
      />
      <form role="search" className="mb-3 max-w-sm">
        <Input type="search" name="q" defaultValue={search} aria-label="Search public projects" placeholder="Search…" />
      </form>
      {records.length === 0 ? (
        <EmptyState icon={<Globe />} title={search ? 'Nothing found' : 'Nothing is public yet'}>
          {search ? 'Try fewer or other words.' : 'The owners of a project can open it for everyone.'}
        </EmptyState>
      ) : (
        <ul className="border-t">
          {records.map((project) => (
            <li key={project.id} className="border-b py-4">
              <h2 className="text-base font-semibold">
                <Link
                  href={`/public/projects/${project.id}`}
                  className="break-words text-accent underline-offset-2 hover:underline"
                >
                  {String(project.name)}
                </Link>
              </h2>
              <RichText
                html={sanitiseRichText(String(project.description))}
                className="line-clamp-2 max-w-prose text-muted-foreground"
              />
              <p className="mt-1 flex flex-wrap items-center gap-1.5 text-sm text-muted-foreground">
                {counted(listOf(project.subjects).length, 'subject')},{' '}
                {counted(listOf(project.sessions).length, 'session')}
                {listOf(project.tags).map((tag) => (
                  <Badge key={String(tag)}>{String(tag)}</Badge>
                ))}
              </p>
            </li>
          ))}
        </ul>
      )}
      {total > size ? (
        <Pagination
          from={from}
          to={from + records.length - 1}
          total={total.toLocaleString('en')}
          previousHref={page > 1 ? href(page - 1) : null}
          nextHref={from + records.length - 1 < total ? href(page + 1) : null}
        />
      ) : null}
    </>
  );
}
