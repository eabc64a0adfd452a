import { useCallback, useRef } from 'react';
import { idsOf, textOf } from '@/components/fields/read-value';
import type { NewSessionFormProps, Pattern } from './new-session-form';

type Values = Readonly<Record<string, unknown>>;

/** What a suggested name depends on. */
const keyOf = ({ subjects, date_time }: Values) => `${idsOf(subjects)[0] ?? ''}@${textOf(date_time)}`;

/** Names follow the subject and the day until somebody types another one. Answers what a form's `follow` calls. */
export function useNameSuggestion(
  initial: Values,
  pattern: Pattern | null,
  suggestName: NewSessionFormProps['suggestName'],
) {
  const suggested = useRef({ for: keyOf(initial), name: textOf(initial.name) });
  const latest = useRef(initial);
  const like = textOf(pattern?.from.like) || null;
  return useCallback(
    (values: Values, change: (name: string, value: unknown) => void) => {
      latest.current = values;
      const [subject = ''] = idsOf(values.subjects);
      const dateTime = textOf(values.date_time);
      const key = keyOf(values);
      const name = textOf(values.name);
      const isTyped = (text: string) => text !== '' && text !== suggested.current.name;
      if ((!subject && !like) || !dateTime || key === suggested.current.for || isTyped(name)) return;
      suggested.current.for = key;
      suggestName(subject, dateTime, like).then(
        (next) => {
          if (!next || suggested.current.for !== key || isTyped(textOf(latest.current.name))) return;
          suggested.current.name = next;
          change('name', next);
        },
        () => undefined, // no suggestion then; the field is there to be typed in
      );
    },
    [suggestName, like],
  );
}
