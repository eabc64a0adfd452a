import { useCallback, useState } from 'react';
import type { Problem } from '@/lib/declare/problem';
import type { ModelView } from '@/lib/declare/view';
import type { SummaryError } from '../ui/error-summary';
import { controlIdsOf, fieldOfPath, isSameInside, labelOfPath, pathOfControl } from './paths';

/** What is wrong in a form: at its fields, and in a summary in the order of `names`. */
export function useProblems(view: ModelView, names: readonly string[]) {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [summary, setSummary] = useState<readonly SummaryError[]>([]);

  /** A field is typed in: what was wrong there may be right now. */
  const answer = useCallback((name: string, before: unknown, value: unknown) => {
    // Of a field with rows only what was changed in it is no longer known to be wrong.
    const isAnswered = (path: string) => fieldOfPath(path) === name && !isSameInside(path, before, value);
    const isOver = ({ id, isChanged }: SummaryError) => !isChanged && id !== null && isAnswered(pathOfControl(id));
    setProblems((all) =>
      all.some(({ path }) => isAnswered(path)) ? all.filter(({ path }) => !isAnswered(path)) : all,
    );
    setSummary((all) =>
      all.some(isOver) ? all.map((error) => (isOver(error) ? { ...error, isChanged: true } : error)) : all,
    );
  }, []);

  function show(found: readonly Problem[], unreadable: readonly SummaryError[] = []) {
    const place = ({ path }: Problem) => names.indexOf(fieldOfPath(path));
    const inOrder = found.toSorted((one, other) => place(one) - place(other));
    const labelled = inOrder.map(({ path, message }): SummaryError => {
      const id = controlIdsOf(path).find((one) => document.getElementById(one)) ?? null;
      return { id, label: labelOfPath(view.fields[fieldOfPath(path)], path), message };
    });
    setProblems(found);
    setSummary([...unreadable, ...labelled]);
  }

  function clear() {
    setProblems([]);
    setSummary([]);
  }

  return { problems, summary, answer, show, clear };
}
