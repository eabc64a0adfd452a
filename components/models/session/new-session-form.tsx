'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useRef } from 'react';
import type { Showing } from '@/components/fields/field-parts';
import { idsOf, textOf } from '@/components/fields/read-value';
import type { Option } from '@/components/ui/option';
import { toast } from '@/components/ui/toast';
import type { ModelView } from '@/lib/declare/view';
import type { BeginResult } from './editor-actions';
import { PartForm } from './part-form';
import { editHref } from './tabs';

type Values = Readonly<Record<string, unknown>>;

interface NewSessionFormProps {
  /** The view of a session with the fields `subjects` and `like`, see `newSessionView`. */
  view: ModelView;
  initial: Values;
  /** The session that is duplicated, if one is. */
  from: string | null;
  showing: Showing;
  begin: (input: Values) => Promise<BeginResult>;
  candidates: (path: string, field: string, query: string, draft: Values) => Promise<readonly Option[]>;
  search: (path: string, model: string, query: string) => Promise<readonly Option[]>;
  words: (path: string, field: string, query: string) => Promise<readonly string[]>;
  findSubjects: (query: string, projects: readonly string[]) => Promise<readonly Option[]>;
  suggestName: (subject: string, dateTime: string) => Promise<string | null>;
}

/** What a suggested name depends on. */
const keyOf = ({ subjects, date_time }: Values) => `${idsOf(subjects)[0] ?? ''}@${textOf(date_time)}`;

/** A new session: the general part first; the tabs come with the session. */
export function NewSessionForm({
  view,
  initial,
  from,
  showing,
  begin,
  candidates,
  search,
  words,
  findSubjects,
  suggestName,
}: NewSessionFormProps) {
  const router = useRouter();
  const suggested = useRef({ for: keyOf(initial), name: textOf(initial.name) });
  const latest = useRef(initial);
  const left = useRef(0);

  // Names follow the subject and the day until somebody types another one.
  const follow = useCallback(
    (values: Values, change: (name: string, value: unknown) => void) => {
      latest.current = values;
      const [subject] = idsOf(values.subjects);
      const dateTime = textOf(values.date_time);
      const key = keyOf(values);
      const name = textOf(values.name);
      if (!subject || !dateTime || key === suggested.current.for || (name !== '' && name !== suggested.current.name))
        return;
      suggested.current.for = key;
      suggestName(subject, dateTime).then(
        (next) => {
          const now = textOf(latest.current.name);
          if (!next || suggested.current.for !== key || (now !== '' && now !== suggested.current.name)) return;
          suggested.current.name = next;
          change('name', next);
        },
        () => undefined, // no suggestion then; the field is there to be typed in
      );
    },
    [suggestName],
  );

  const lookups = useMemo(
    () => ({
      async candidates(field: string, query: string, { subjects: _subjects, like: _like, ...draft }: Values) {
        if (field === 'subjects') return findSubjects(query, idsOf(draft.projects));
        if (field === 'like') return search(view.path, 'session', query);
        return candidates(view.path, field, query, draft);
      },
      search: (model: string, query: string) => search(view.path, model, query),
      words: (field: string, query: string) => words(view.path, field, query),
    }),
    [view.path, candidates, search, words, findSubjects],
  );

  return (
    <PartForm
      view={view}
      initial={initial}
      record={null}
      variant={from ?? ''}
      showing={showing}
      action={async (input) => {
        const result = await begin(input);
        left.current = result.left ?? 0;
        return result;
      }}
      lookups={lookups}
      follow={follow}
      saveLabel="Create and continue"
      onCancel={() => router.push(from ? `/sessions/${from}` : '/sessions')}
      onSaved={({ id, title }) => {
        const why = left.current > 0 ? 'Manipulations were not copied: they need the implants of the subject.' : title;
        toast({ tone: 'success', title: 'Session created', description: why });
        router.push(editHref(id, from ? 'epochs' : 'recording_files'));
      }}
    />
  );
}
