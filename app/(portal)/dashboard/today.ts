import 'server-only';
import type { TodayLine } from '@/components/dashboard/today-list';
import { entryLine } from '@/components/log/entry-line';
import { modelNamed } from '@/lib/models';
import { todayOf, type TodayItem } from '@/lib/server/queries/dashboard-today';
import type { UserViewer } from '@/lib/server/viewer';
import { findType } from '@/lib/vocabularies/types';
import { shownMost } from './panels';

/** What is recorded, done and noted today. */
export const todayLines = async (viewer: UserViewer): Promise<TodayLine[]> =>
  (await todayOf(viewer, shownMost.today)).map(lineOf);

function lineOf({ model: name, id, at, title, subjects, person, entry }: TodayItem): TodayLine {
  const model = modelNamed(name);
  const noted = entry && name !== 'session' && name !== 'procedure' ? entryLine(name, title, entry) : '';
  return {
    id,
    href: `/${model.path}/${id}`,
    icon: model.icon,
    kind: model.label,
    at,
    title: name === 'session' ? title : (findType(name, title)?.label ?? title),
    note: [subjects, noted].filter(Boolean).join(' · '),
    person,
  };
}
