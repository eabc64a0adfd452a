import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NewSessionForm } from '@/components/models/session/new-session-form';
import { newSessionView } from '@/components/models/session/new-session-view';
import { PageHeader } from '@/components/ui/page-header';
import { isRecordId } from '@/lib/declare/kinds/reference';
import type { AnyRecord } from '@/lib/declare/model';
import { viewOf } from '@/lib/declare/view';
import { AppError } from '@/lib/errors';
import { models } from '@/lib/models';
import { mayCreate } from '@/lib/server/access';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getRecord } from '@/lib/server/operations/get';
import { nextSessionName } from '@/lib/server/queries/session-form';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';
import { copiedValues, newValues } from '../../[model]/form-values';
import { showingWith } from '../../[model]/load';
import { findCandidates, findRecords, findWords } from '../../[model]/lookup-actions';
import { beginSession, findSubjects, suggestName } from '../actions';

export const metadata: Metadata = { title: 'New session' };

type Params = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Params> };
const { session } = models;

export default async function NewSessionPage({ searchParams }: Props) {
  const [viewer, query] = await Promise.all([requireViewer(), searchParams]);
  if (!mayCreate(viewer, session)) notFound();
  const from = isRecordId(query.from) ? String(query.from) : null;
  const initial = await startOf(viewer, { ...query, projects: query.projects ?? query.project }, from);
  const questions = new TitleQuestions()
    .addRecords(session, [{ ...initial, id: '' } as AnyRecord]) // only looked through for ids
    .add('subject', initial.subjects)
    .add('session', initial.like);
  return (
    <>
      <PageHeader
        title="New session"
        subtitle={from ? 'Like the one before, today.' : session.help}
        breadcrumbs={[{ label: session.labelPlural, href: `/${session.path}` }, { label: 'New' }]}
      />
      <NewSessionForm
        view={newSessionView(viewOf(session))}
        initial={initial}
        from={from}
        showing={showingWith(await questions.answer(viewer))}
        begin={beginSession}
        candidates={findCandidates}
        search={findRecords}
        words={findWords}
        findSubjects={findSubjects}
        suggestName={suggestName}
      />
    </>
  );
}

/** What the form starts with: now, by whoever is signed in; like another session where that is asked for. */
async function startOf(viewer: UserViewer, params: Params, from: string | null): Promise<Record<string, unknown>> {
  const record =
    from === null ? null : await getRecord(viewer, session, from, { include: ['subjects'] }).catch(asNotFound);
  const values = await newValues(viewer, session, params, record ? copiedValues(session, record) : {});
  const subjects = record ? subjectsOf(record) : [params.subjects ?? params.subject ?? []].flat().filter(isRecordId);
  const minute = 60_000;
  const now = new Date(Math.floor(Date.now() / minute) * minute).toISOString();
  const [subject] = subjects;
  return {
    ...values,
    name: isRecordId(subject) ? ((await nextSessionName(viewer, String(subject), now).catch(() => null)) ?? '') : '',
    name_used_in_storage: '',
    date_time: now,
    experimenter: viewer.name,
    download_links: [],
    // What came out of the other recording is not this one's.
    description: '',
    extra_fields: {},
    subjects,
    like: record ? from : null,
  };
}

/** The session to go by is one that the viewer may see, or there is no such page. */
function asNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === 'not_found') notFound();
  throw error;
}

function subjectsOf({ subjects }: AnyRecord): unknown[] {
  const links = Array.isArray(subjects) ? (subjects as AnyRecord[]) : []; // included above
  return links.flatMap(({ subject }) => (subject ? [subject] : []));
}
