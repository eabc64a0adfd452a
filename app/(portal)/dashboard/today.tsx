import 'server-only';
import { Panel } from '@/components/dashboard/panel';
import { TodayList, type TodayLine } from '@/components/dashboard/today-list';
import { entryLine } from '@/components/log/entry-line';
import { modelNamed } from '@/lib/models';
import { getEnv } from '@/lib/server/env';
import { todayOf, type TodayItem } from '@/lib/server/queries/dashboard-today';
import type { UserViewer } from '@/lib/server/viewer';
import { findType } from '@/lib/vocabularies/types';
import { panels } from './panels';

/** What is recorded, done and noted today. */
export async function Today({ viewer }: { viewer: UserViewer }) {
  const items = await todayOf(viewer, panels.today.lines);
  return (
    <Panel {...panels.today}>
      <TodayList lines={items.map(lineOf)} zone={getEnv().LAB_TIME_ZONE} />
    </Panel>
  );
}

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
