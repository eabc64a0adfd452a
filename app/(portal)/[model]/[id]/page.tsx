import { Pencil } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { RecordFields } from '@/components/detail/record-fields';
import { RecordMeta } from '@/components/detail/record-meta';
import { RelatedLists } from '@/components/detail/related-lists';
import { LogList } from '@/components/log/log-list';
import { overridesOf } from '@/components/models/overrides';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { viewOf } from '@/lib/declare/view';
import { historyHrefOf } from '@/lib/models/history';
import { requireViewer } from '@/lib/server/auth/viewer';
import { TitleQuestions } from '@/lib/server/queries/titles';
import { withCleanText } from '@/lib/server/rich-text';
import { answeredAt } from '../answered-at';
import { modelOf, showingWith } from '../load';
import { crumbsOf, headingOf, parentLine } from './heading';
import { loadRecord } from './load-record';
import { logLists } from './log-lists';
import { logPart } from './log-part';
import { MissingRecord } from './missing-record';
import { RecordTools } from './record-tools';
import { relatedLists } from './related';

type Props = { params: Promise<{ model: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const model = await modelOf(params);
  const found = await loadRecord(await requireViewer(), model, (await params).id);
  return { title: found?.title ?? model.label };
}

export default async function DetailPage({ params }: Props) {
  const [viewer, model, { id }] = await Promise.all([requireViewer(), modelOf(params), params]);
  const found = await loadRecord(viewer, model, id);
  if (!found) return <MissingRecord viewer={viewer} model={model} id={id} />;
  const { title, rights, mayPropose, mayAddTo } = found;
  const record = withCleanText(model, found.record);
  const view = viewOf(model);
  const key = String(record.id);
  const questions = new TitleQuestions()
    .addRecords(model, [record])
    .add('user', [record.created_by, record.updated_by]);
  const [related, logs, entries] = await Promise.all([
    relatedLists(viewer, model, record, mayAddTo, questions),
    logLists(viewer, model, record, mayAddTo),
    logPart(viewer, model, record, title, rights.update),
  ]);
  const titles = await questions.answer(viewer);
  const showing = showingWith(titles);
  const parts = { view, record, rights, showing };
  const { Summary, Detail = RecordFields, Aside } = overridesOf(model.name);
  const answered = answeredAt(model);
  return (
    <>
      <PageHeader
        title={headingOf(model, title)}
        subtitle={parentLine(model, record, showing)}
        breadcrumbs={crumbsOf(model, record, titles, title)}
        badges={
          <>
            {typeof record.number === 'number' ? (
              <span className="text-muted-foreground tabular-nums">#{record.number}</span>
            ) : null}
            {record.status === 'pending' && model.access.by === 'catalogue' ? (
              <Badge tone="warning">Waiting for review</Badge>
            ) : null}
            {record.is_public === true ? <Badge tone="info">Public</Badge> : null}
          </>
        }
        secondaryActions={<RecordTools viewer={viewer} model={model} id={key} rights={rights} />}
        action={
          rights.update || mayPropose ? (
            <Button asChild variant="primary">
              <Link href={`/${model.path}/${key}/edit`} data-shortcut="e">
                <Pencil aria-hidden />
                {rights.update ? 'Edit' : 'Suggest a change'}
              </Link>
            </Button>
          ) : answered ? (
            <Button asChild>
              <Link href={answered.href}>{answered.label}</Link>
            </Button>
          ) : null
        }
      />
      <div className="flex flex-col gap-8 xl:flex-row">
        <div className="min-w-0 flex-1">
          {Summary ? <Summary {...parts} /> : null}
          <Detail {...parts} />
          {entries}
          {logs.map((list) => (
            <LogList key={list.label} {...list} />
          ))}
          <RelatedLists lists={related} showing={showing} />
        </div>
        <aside aria-label="About this record" className="w-full shrink-0 xl:w-64">
          {Aside ? <Aside {...parts} /> : null}
          <RecordMeta record={record} showing={showing} historyHref={historyHrefOf(model, key, rights.update)} />
        </aside>
      </div>
    </>
  );
}
