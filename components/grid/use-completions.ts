'use client';

import { useCallback, useMemo } from 'react';
import type { FoundLinks, GridColumn } from '@/lib/declare/grid';
import { tagsKind } from '@/lib/declare/kinds/tags';
import { refusalIn, type Option } from '../ui/option';
import { useOptions, type OptionsState } from '../ui/use-options';
import type { GridActions } from './grid-actions';
import type { SheetRow } from './sheet';

/** What completes the cells of a grid, and how it calls the records that were chosen. */
export type Completing = {
  readonly actions: Pick<GridActions, 'candidates' | 'words'>;
  /** Remembers titles of ids: a cell with an id shows what it is. */
  readonly learn: (options: readonly Option[]) => void;
};

/** The name that is being typed at the end of a list. */
export const lastPart = (text: string): string => text.slice(text.lastIndexOf(',') + 1).trim();

const wordsOf = (text: string) => tagsKind.fromCell(text, { kind: 'tags', label: '' }) as string[]; // that kind reads words

/** The text with a name in place of the one that is being typed. */
export function completed(text: string, name: string, isList: boolean): string {
  if (!isList) return name;
  const quoted = tagsKind.toCell([name], { kind: 'tags', label: '' });
  const before = text.slice(0, text.lastIndexOf(',') + 1);
  return before === '' ? quoted : `${before} ${quoted}`;
}

/** What a cell calls a record: its title, or its id where another one offered has the same. */
export const nameOf = (option: Option, options: readonly Option[]): string =>
  options.filter(({ label }) => label === option.label).length > 1 ? option.value : option.label;

/**
 * The one option that the text begins, where there is no other: Enter takes it. Tags are words of one's own, and are taken as
 * they are typed. -1 for none.
 */
export function soleCompletion({ isWords, isList }: GridColumn, text: string, options: readonly Option[]): number {
  const part = (isList ? lastPart(text) : text.trim()).toLowerCase();
  if (isWords || part === '') return -1;
  const begun = options.flatMap(({ label }, index) => (label.toLowerCase().startsWith(part) ? [index] : []));
  return begun.length === 1 ? (begun[0] ?? -1) : -1;
}

/** What may complete the text of a cell. */
export function useCompletions(
  column: GridColumn,
  row: SheetRow,
  found: readonly FoundLinks[],
  text: string,
  { actions, learn }: Completing,
): OptionsState {
  const { links, isWords, isList, choices, name } = column;
  const part = isList ? lastPart(text) : text.trim();
  const given = useMemo(
    () =>
      choices?.map(({ code, label, words }) => ({
        value: code,
        label: code,
        ...(label === code ? {} : { description: label }),
        ...(words ? { words } : {}),
      })),
    [choices],
  );
  const load = useCallback(
    async (query: string): Promise<readonly Option[]> => {
      if (isWords) return (await actions.words(name, query)).map((word) => ({ value: word, label: word }));
      if (!links) return [];
      const options = await actions.candidates(links.path, links.field, query, draftOf(links, row, found));
      if (refusalIn(options) === null) learn(options);
      return options;
    },
    [actions, learn, isWords, links, name, row, found],
  );
  const isAsked = isWords || links !== null;
  const offered = useOptions(isAsked || given !== undefined, part, given, isAsked ? load : undefined);
  // A list names each once.
  const taken = isList ? new Set(wordsOf(text.slice(0, text.lastIndexOf(',') + 1))) : null;
  const isFree = ({ value, label }: Option) => !taken?.has(label) && !taken?.has(value);
  return taken?.size ? { ...offered, options: offered.options.filter(isFree) } : offered;
}

/** What narrows the choice: what else the row links, as far as it is known. */
function draftOf(
  { owner }: NonNullable<GridColumn['links']>,
  row: SheetRow,
  found: readonly FoundLinks[],
): Record<string, unknown> {
  if (owner !== null) return row.record ? { [owner]: row.record.id } : {};
  return Object.fromEntries(found.map(({ column, ids }) => [column, ids]));
}
