import 'server-only';
import { SameAsLast } from '@/components/models/session/same-as-last';
import { idsOf } from '@/components/fields/read-value';
import type { AnyRecord } from '@/lib/declare/model';
import { getEnv } from '@/lib/server/env';
import { latestSession } from '@/lib/server/queries/latest-session';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';

/** "Same as last time", from the viewer's own latest session. */
export async function SameAsLastTime({ viewer }: { viewer: UserViewer }) {
  const latest = await latestSession(viewer);
  if (!latest) return null;
  const subjects = (latest.subjects as AnyRecord[]).flatMap(({ subject }) => idsOf(subject)); // included by the query
  const titles = await new TitleQuestions().add('subject', subjects).answer(viewer);
  return (
    <SameAsLast
      zone={getEnv().LAB_TIME_ZONE}
      latest={{
        id: String(latest.id),
        name: String(latest.name),
        subjects: subjects.flatMap((id) => titles.subject?.[id] ?? []),
        dateTime: latest.date_time ? String(latest.date_time) : null,
      }}
    />
  );
}
