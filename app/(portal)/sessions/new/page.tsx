import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NewSessionForm } from '@/components/models/session/new-session-form';
import { newSessionView, reviewView } from '@/components/models/session/new-session-view';
import { StartChoices } from '@/components/models/session/start-choices';
import { PageHeader } from '@/components/ui/page-header';
import type { AnyRecord } from '@/lib/declare/model';
import { viewOf } from '@/lib/declare/view';
import { models } from '@/lib/models';
import { mayCreate } from '@/lib/server/access';
import { requireViewer } from '@/lib/server/auth/viewer';
import { TitleQuestions } from '@/lib/server/queries/titles';
import { deleteRecord, undoDeletion } from '../../[model]/actions';
import { showingWith } from '../../[model]/load';
import { findCandidates, findRecords, findWords } from '../../[model]/lookup-actions';
import { beginSession, findDeaths, findSubjects, suggestName } from '../actions';
import { findPattern } from './pattern';
import { startChoices } from './start-choices';
import { startValues } from './start-values';

export const metadata: Metadata = { title: 'New session' };

type Params = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Params> };
const { session } = models;

export default async function NewSessionPage({ searchParams }: Props) {
  const [viewer, query] = await Promise.all([requireViewer(), searchParams]);
  if (!mayCreate(viewer, session)) notFound();
  const params = { ...query, projects: query.projects ?? query.project };
  const pattern = await findPattern(viewer, params);
  const initial = await startValues(viewer, params, pattern);
  const questions = new TitleQuestions()
    .addRecords(session, [{ ...initial, id: '' } as AnyRecord]) // only looked through for ids
    .add('subject', initial.subjects);
  const view = viewOf(session);
  return (
    <>
      <PageHeader
        title="New session"
        subtitle={pattern ? `Like ${pattern.name}, today. Look it over and save.` : session.help}
        breadcrumbs={[{ label: session.labelPlural, href: `/${session.path}` }, { label: 'New' }]}
      />
      <StartChoices choices={await startChoices(viewer, pattern)} />
      <NewSessionForm
        key={Object.values(pattern?.from ?? {}).join('')}
        view={pattern ? reviewView(view) : newSessionView(view)}
        initial={initial}
        pattern={pattern ? { from: pattern.from, groups: pattern.groups, backHref: pattern.backHref } : null}
        showing={showingWith(await questions.answer(viewer))}
        begin={beginSession}
        takeBack={{ remove: deleteRecord.bind(null, session.path), restore: undoDeletion }}
        candidates={findCandidates}
        search={findRecords}
        words={findWords}
        findSubjects={findSubjects}
        findDeaths={findDeaths}
        suggestName={suggestName}
      />
    </>
  );
}
