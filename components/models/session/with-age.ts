import type { ModelView } from '@/lib/declare/view';
import type { EditorActions } from './editor-actions';

const ageHelp = 'An ISO 8601 duration such as P90D. Left empty, it follows from the date of birth.';

/** Says of the field that it may stay empty. */
export function withAgeHelp(view: ModelView): ModelView {
  const { age } = view.fields;
  return age ? { ...view, fields: { ...view.fields, age: { ...age, help: ageHelp } } } : view;
}

/** A subject without an age gets the one that its date of birth tells. */
export const withAge = (actions: EditorActions, session: string): EditorActions => ({
  ...actions,
  async save(path, id, input, version) {
    const isMissing = id === null && !input.age && input.subject !== undefined && input.subject !== null;
    const age = isMissing ? await actions.ageOf(session, String(input.subject)) : null;
    return actions.save(path, id, age ? { ...input, age } : input, version);
  },
});
