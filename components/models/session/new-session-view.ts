import { reference, references } from '@/lib/declare/constructors';
import type { ModelView } from '@/lib/declare/view';

/** A session's view with what is only asked when it begins: its subjects, and another session to go by. */
export function newSessionView(view: ModelView): ModelView {
  const fields: ModelView['fields'] = {
    ...view.fields,
    subjects: references({
      label: 'Subjects',
      to: 'subject',
      help: 'Their age at recording follows from the date of birth.',
    }),
    like: reference({
      label: 'Copy from',
      to: 'session',
      onDelete: 'clear',
      help: 'The recording files, modules and epochs of another session.',
    }),
  };
  const layout = view.layout
    .filter(({ fields: names }) => !names.includes('download_links'))
    .map((section, index) =>
      index > 0
        ? section
        : {
            ...section,
            fields: ['projects', 'subjects', 'date_time', 'name', 'experimenter', 'like', 'description', 'tags'],
          },
    );
  return { ...view, fields, layout };
}

/** The same for going by a session or a template: what may differ from it first, and nothing that follows from it. What stays behind is ticked off below (`CopiedParts`). */
export function reviewView(view: ModelView): ModelView {
  const leaveOut = references({
    label: 'Left out',
    to: 'session',
    help: 'Parts of the other session that stay behind.',
  });
  const fields = { ...newSessionView(view).fields, leave_out: leaveOut };
  const names = ['name', 'date_time', 'subjects', 'projects', 'experimenter', 'datastorage', 'tags'];
  return { ...view, fields, layout: [{ title: 'General', fields: names }] };
}
