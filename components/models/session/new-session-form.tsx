'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useRef } from 'react';
import type { Showing } from '@/components/fields/field-parts';
import { idsOf } from '@/components/fields/read-value';
import type { Option } from '@/components/ui/option';
import { toast } from '@/components/ui/toast';
import type { ModelView } from '@/lib/declare/view';
import type { CopiedGroup } from './copied-items';
import { CopiedParts } from './copied-parts';
import type { BeginResult } from './editor-actions';
import { PartForm } from './part-form';
import { editHref } from './tabs';
import { useDeaths, type FindDeaths } from './use-deaths';
import { useNameSuggestion } from './use-name-suggestion';
import { useTakeBack, type TakeBackActions } from './use-take-back';

type Values = Readonly<Record<string, unknown>>;

/** What a new session goes by, and what comes along from there. */
export type Pattern = { readonly from: Values; readonly groups: readonly CopiedGroup[]; readonly backHref: string };

export interface NewSessionFormProps {
  /** The view of a session with the fields `subjects` and `like`, see `newSessionView`. */
  view: ModelView;
  initial: Values;
  /** Null for one that is entered afresh. */
  pattern: Pattern | null;
  showing: Showing;
  begin: (input: Values) => Promise<BeginResult>;
  takeBack: TakeBackActions;
  candidates: (path: string, field: string, query: string, draft: Values) => Promise<readonly Option[]>;
  search: (path: string, model: string, query: string) => Promise<readonly Option[]>;
  words: (path: string, field: string, query: string) => Promise<readonly string[]>;
  findSubjects: (query: string, projects: readonly string[]) => Promise<readonly Option[]>;
  findDeaths: FindDeaths;
  suggestName: (subject: string, dateTime: string, like: string | null) => Promise<string | null>;
}

/** What is asked by ticks below the form, see `reviewView`. */
const tickedFields = ['leave_out'];

/** A new session: the general part first; the tabs come with the session. Like another one it is looked over and saved. */
export function NewSessionForm(props: NewSessionFormProps) {
  const { view, initial, pattern, showing, begin, takeBack } = props;
  const router = useRouter();
  const answered = useRef<BeginResult | null>(null);
  const offerUndo = useTakeBack(takeBack);
  const suggest = useNameSuggestion(initial, pattern, props.suggestName);
  const { note, follow: lookForDeaths } = useDeaths(props.findDeaths, showing.zone);
  const notes = useMemo(() => ({ subjects: note }), [note]);
  const follow = useCallback(
    (values: Values, change: (name: string, value: unknown) => void) => {
      suggest(values, change);
      lookForDeaths(values);
    },
    [suggest, lookForDeaths],
  );
  const lookups = useLookups(props);
  const isReview = pattern !== null;

  return (
    <PartForm
      view={view}
      {...(pattern ? { extra: tickedFields } : {})}
      initial={initial}
      record={null}
      isPage
      variant={Object.values(pattern?.from ?? {}).join('')}
      showing={showing}
      action={async (input) => {
        const result = await begin({ ...input, ...pattern?.from });
        answered.current = result;
        return result;
      }}
      lookups={lookups}
      follow={follow}
      notes={notes}
      footnote={
        pattern
          ? ({ leave_out: out }, _isDirty, change) => (
              <CopiedParts
                groups={pattern.groups}
                leftOut={new Set(idsOf(out))}
                onChange={(id, isCopied) =>
                  change('leave_out', isCopied ? idsOf(out).filter((one) => one !== id) : [...idsOf(out), id])
                }
              />
            )
          : undefined
      }
      saveLabel={isReview ? 'Save session' : 'Create and continue'}
      hasLargeSave={isReview}
      // Enter saves at once there.
      {...(isReview ? { focusOn: 'name' } : {})}
      onCancel={() => router.push(pattern?.backHref ?? '/sessions')}
      onSaved={({ id, title }) => {
        const { left = [], version = 0 } = answered.current ?? {};
        const undo = isReview ? { action: { label: 'Undo', onClick: () => offerUndo(id, version) } } : {};
        toast({ tone: 'success', title: 'Session created', description: left.join(' ') || title, ...undo });
        router.push(isReview ? `/sessions/${id}` : editHref(id, 'recording_files'));
      }}
    />
  );
}

function useLookups({ view, candidates, search, words, findSubjects }: NewSessionFormProps) {
  return useMemo(
    () => ({
      async candidates(
        field: string,
        query: string,
        { subjects: _subjects, like: _like, leave_out: _out, ...draft }: Values,
      ) {
        if (field === 'subjects') return findSubjects(query, idsOf(draft.projects));
        if (field === 'like') return search(view.path, 'session', query);
        return candidates(view.path, field, query, draft);
      },
      search: (model: string, query: string) => search(view.path, model, query),
      words: (field: string, query: string) => words(view.path, field, query),
    }),
    [view.path, candidates, search, words, findSubjects],
  );
}
