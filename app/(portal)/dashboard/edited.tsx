import 'server-only';
import { EditedList } from '@/components/dashboard/edited-list';
import { Panel } from '@/components/dashboard/panel';
import { modelNamed } from '@/lib/models';
import { getEnv } from '@/lib/server/env';
import { editedBy } from '@/lib/server/queries/dashboard-recent';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';
import { panels } from './panels';

/** What can no longer be read has no title, and is left out: so more are asked for than are shown. */
const spare = 3;

/** What the viewer worked on last. */
export async function Edited({ viewer }: { viewer: UserViewer }) {
  const edited = await editedBy(viewer, spare * panels.edited.lines);
  const questions = new TitleQuestions();
  for (const { model, id } of edited) questions.add(model, id);
  const titles = await questions.answer(viewer);
  const lines = edited.flatMap(({ model: name, id, at }) => {
    const title = titles[name]?.[id];
    const { path, icon, label } = modelNamed(name);
    return title ? [{ id, href: `/${path}/${id}`, icon, kind: label, title, at }] : [];
  });
  return (
    <Panel {...panels.edited}>
      <EditedList lines={lines.slice(0, panels.edited.lines)} zone={getEnv().LAB_TIME_ZONE} />
    </Panel>
  );
}
