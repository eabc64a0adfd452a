import 'server-only';
import { editedLines as linesShown } from '@/components/dashboard/board-shape';
import type { EditedLine } from '@/components/dashboard/edited-list';
import { modelNamed } from '@/lib/models';
import { editedBy } from '@/lib/server/queries/dashboard-recent';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';

/** What can no longer be read has no title, and is left out: so more are asked for than are shown. */
const spare = 3;

/** What the viewer worked on last. */
export async function editedLines(viewer: UserViewer): Promise<EditedLine[]> {
  const edited = await editedBy(viewer, spare * linesShown.most);
  const questions = new TitleQuestions();
  for (const { model, id } of edited) questions.add(model, id);
  const titles = await questions.answer(viewer);
  return edited.flatMap(({ model: name, id, at }) => {
    const title = titles[name]?.[id];
    const { path, icon, label } = modelNamed(name);
    return title ? [{ id, href: `/${path}/${id}`, icon, kind: label, title, at }] : [];
  });
}
