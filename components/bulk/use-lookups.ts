import { useMemo, useRef } from 'react';
import type { FieldSource } from '../fields/field-parts';
import type { Option } from '../ui/option';
import type { ManyChangeActions } from './changes';

/** Where the inputs of a change look things up. Several records have no one draft that could narrow a choice: the plan says what does not fit. */
export function useLookups(
  path: string,
  actions: Pick<ManyChangeActions, 'candidates' | 'search' | 'words'>,
): FieldSource {
  const known = useRef(new Map<string, string>());
  return useMemo(() => {
    function learn(options: readonly Option[]) {
      for (const { value, label } of options) known.current.set(value, label);
      return options;
    }
    return {
      candidates: async (field, query) => learn(await actions.candidates(path, field, query, {})),
      search: async (model, query) => learn(await actions.search(path, model, query)),
      words: (field, query) => actions.words(path, field, query),
      titleOf: (_model, id) => known.current.get(id),
    };
  }, [path, actions]);
}
