import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GivenFields } from '@/components/public/given-fields';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { viewOf } from '@/lib/declare/view';
import { models } from '@/lib/models';
import { findType } from '@/lib/vocabularies/types';
import { listRecords } from '@/lib/server/operations/list';
import { TitleQuestions } from '@/lib/server/queries/titles';
import { anonymousViewer } from '@/lib/server/viewer';
import { withCleanText } from '@/lib/server/rich-text';
import { publicCrumbs } from '../../public-crumbs';
import { publicRecord, publicShowing } from '../../public-record';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const record = await publicRecord(models.subject, (await params).id);
  return { title: String(record?.name ?? 'Subject') };
}

export default async function PublicSubjectPage({ params }: Props) {
  const record = await publicRecord(models.subject, (await params).id);
  if (!record) notFound();
  const { records: procedures } = await listRecords(
    anonymousViewer,
    models.procedure,
    {
      filters: [{ path: ['subject'], operator: 'exact', values: [String(record.id)] }],
      sort: [],
      limit: 100,
      offset: 0,
    },
    'none',
  );
  const questions = new TitleQuestions().addRecords(models.subject, [record]).addRecords(models.procedure, procedures);
  const showing = publicShowing(await questions.answer(anonymousViewer));
  const procedureView = viewOf(models.procedure);
  return (
    <>
      <PageHeader title={String(record.name)} subtitle="Subject" breadcrumbs={publicCrumbs(record, showing)} />
      <Card>
        <GivenFields view={viewOf(models.subject)} record={record} showing={showing} without={['name']} />
      </Card>
      {procedures.map((procedure) => (
        <Card
          key={procedure.id}
          title={findType('procedure', String(procedure.type))?.label ?? 'Procedure'}
          description="Procedure"
        >
          <GivenFields
            view={procedureView}
            record={withCleanText(models.procedure, procedure)}
            showing={showing}
            without={['type', 'subject']}
          />
        </Card>
      ))}
    </>
  );
}
