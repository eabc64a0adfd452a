'use server';

import type { BeginResult } from '@/components/models/session/editor-actions';
import type { Death } from '@/components/models/session/use-deaths';
import { refused, type Option } from '@/components/ui/option';
import { ageBetween } from '@/lib/declare/age';
import { isUuid } from '@/lib/declare/kinds/reference';
import { models } from '@/lib/models';
import { getRecord } from '@/lib/server/operations/get';
import { startSession } from '@/lib/server/operations/start-session';
import { deathsAmong, nextSessionName, subjectsOfProjects } from '@/lib/server/queries/session-form';
import { answer, offered, suggested } from '../[model]/answer';
import { textIn, textsIn, valuesIn, wordsIn } from '../[model]/target';

/** Creates a session with its subjects, and like another one where that is asked for. */
export async function beginSession(input: Readonly<Record<string, unknown>>): Promise<BeginResult> {
  return answer(async (viewer) => {
    const { subjects, like, template, leave_out: leaveOut, ...values } = valuesIn(input);
    const { record, left } = await startSession(viewer, values, {
      subjects: textsIn(subjects),
      like: textIn(like) || null,
      template: textIn(template) || null,
      leaveOut: textsIn(leaveOut),
    });
    const { id, name, version } = record;
    return { ok: true as const, id: String(id), title: String(name), isProposal: false, left, version };
  });
}

/** The age of a subject at the onset of a session, null when it can't be known. */
export async function ageOf(session: string, subject: string): Promise<string | null> {
  return suggested(null, async (viewer) => {
    const [recorded, animal] = await Promise.all([
      getRecord(viewer, models.session, textIn(session)),
      getRecord(viewer, models.subject, textIn(subject)),
    ]);
    return ageBetween(animal.birth_date, recorded.date_time);
  });
}

/** Subjects of the chosen projects. */
export async function findSubjects(query: string, projects: readonly string[]): Promise<Option[]> {
  return offered(async (viewer) => {
    const among = textsIn(projects);
    const found: Option[] = await subjectsOfProjects(viewer, among, wordsIn(query));
    return found.length > 0 || among.length === 0
      ? found
      : refused(
          'Nothing found. Only subjects in the chosen projects are offered: add the subject to one of them first.',
        );
  });
}

/** The dead of these subjects, as far as the viewer may see them. */
export async function findDeaths(ids: readonly string[]): Promise<readonly Death[]> {
  return suggested([], (viewer) => deathsAmong(viewer, textsIn(ids).filter(isUuid)));
}

/** The next name: after the pattern of another session, else subject, day, and the first number that is free that day. */
export async function suggestName(subject: string, dateTime: string, like: string | null): Promise<string | null> {
  return suggested(null, (viewer) =>
    nextSessionName(viewer, textIn(subject) || null, textIn(dateTime), textIn(like) || null),
  );
}
