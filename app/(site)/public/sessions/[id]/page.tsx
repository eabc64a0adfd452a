import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { privateParts } from '@/components/models/access/publication-words';
import { withModuleTitles } from '@/components/models/session/parts';
import { SessionGlance } from '@/components/models/session/session-glance';
import { SessionDetail } from '@/components/models/session/session-detail';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { viewOf } from '@/lib/declare/view';
import { models } from '@/lib/models';
import { privatePartsOf } from '@/lib/server/operations/membership';
import { sessionPage } from '@/lib/server/queries/session-page';
import { anonymousViewer } from '@/lib/server/viewer';
import { withCleanText } from '@/lib/server/rich-text';
import { publicCrumbs } from '../../public-crumbs';
import { orNull, publicShowing } from '../../public-record';

type Props = { params: Promise<{ id: string }> };

const load = cache((id: string) => orNull(sessionPage(anonymousViewer, id)));
const shown = [
  models.session,
  models.sessionsubject,
  models.epoch,
  models.behavior,
  models.dataacquisition,
  models.manipulation,
  models.recordingfiles,
];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load((await params).id);
  return { title: String(found?.record.name ?? 'Session') };
}

export default async function PublicSessionPage({ params }: Props) {
  const found = await load((await params).id);
  if (!found) notFound();
  const { parts, titles } = found;
  const record = withCleanText(models.session, found.record);
  const hidden = privateParts(await privatePartsOf(anonymousViewer, String(record.id)));
  const showing = publicShowing(withModuleTitles(parts, titles));
  const views = Object.fromEntries(shown.map((model) => [model.name, viewOf(model)]));
  return (
    <>
      <PageHeader
        title={String(record.name)}
        subtitle="Session"
        badges={<span className="text-muted-foreground tabular-nums">#{String(record.number)}</span>}
        breadcrumbs={publicCrumbs(record, showing)}
      />
      {hidden ? <Callout className="mb-4">It also uses what is not public: {hidden}.</Callout> : null}
      <SessionGlance record={record} parts={parts} subjects={[]} showing={showing} mayEdit={false} />
      <SessionDetail record={record} parts={parts} views={views} showing={showing} mayEdit={false} />
    </>
  );
}
