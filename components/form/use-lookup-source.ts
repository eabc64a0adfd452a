import { useCallback, useMemo, useRef, type RefObject } from 'react';
import type { ModelView } from '@/lib/declare/view';
import type { FieldSource, Titles } from '../fields/field-parts';
import { refusalIn, type Option } from '../ui/option';

type Values = Readonly<Record<string, unknown>>;

/** Server actions that inputs look things up with, bound to the model. */
export type FormLookups = {
  candidates(field: string, query: string, draft: Values): Promise<readonly Option[]>;
  search(model: string, query: string): Promise<readonly Option[]>;
  words(field: string, query: string): Promise<readonly string[]>;
};

type Settings = {
  view: ModelView;
  lookups: FormLookups;
  /** What is known from the start. */
  titles: Titles;
  /** The values of the form as they are now, which narrow what is offered. */
  latest: RefObject<Values>;
};

/** Where the inputs of a form look things up; the titles of what was offered are learned on the way. */
export function useLookupSource({ view, lookups, titles, latest }: Settings) {
  const learned = useRef<Record<string, Record<string, string>>>({});
  const source = useMemo<FieldSource>(() => {
    function learn(model: string, options: readonly Option[]) {
      const known = (learned.current[model] ??= {});
      if (refusalIn(options) === null) for (const { value, label } of options) known[value] = label;
      return options;
    }
    return {
      async candidates(name, query) {
        const field = view.fields[name];
        return learn(
          field && 'to' in field ? String(field.to) : '',
          await lookups.candidates(name, query, narrowing(view, latest.current)),
        );
      },
      search: async (model, query) => learn(model, await lookups.search(model, query)),
      words: lookups.words,
      titleOf: (model, id) => learned.current[model]?.[id] ?? titles[model]?.[id],
    };
  }, [view, lookups, titles, latest]);
  return {
    source,
    learnedTitles: useCallback((): Titles => learned.current, []),
    learn(more: Titles) {
      for (const [model, byId] of Object.entries(more)) Object.assign((learned.current[model] ??= {}), byId);
    },
  };
}

/** What may narrow the choice of a link: the other links and the choices, never long texts. */
const narrowing = (view: ModelView, values: Values) =>
  Object.fromEntries(
    Object.entries(view.fields).flatMap(([name, field]) =>
      'to' in field || 'choices' in field ? [[name, values[name]]] : [],
    ),
  );
