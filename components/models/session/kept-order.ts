import { listOf, textsOf } from '@/components/fields/read-value';

export type Ids = readonly string[];

/** An order that is not known to be saved. */
export type KeptOrder = {
  readonly ids: Ids;
  /** The orders on the way to it: the saved one, then each that was sent or may have been. */
  readonly passed: readonly Ids[];
};

const passedMax = 50;

/** One more move: what was shown is now on the way to `ids`. */
export const nextOrder = (kept: KeptOrder | null, shown: Ids, ids: Ids): KeptOrder => ({
  ids,
  passed: [...(kept?.passed ?? []), shown].slice(-passedMax),
});

/**
 * What a kept order (of an earlier visit, so any value) still asks for, given the order that is saved now. Null where
 * that is saved already, and where others have put the parts in order since: theirs is newer.
 */
export function orderToTake(value: Readonly<Record<string, unknown>>, saved: Ids): KeptOrder | null {
  const ids = textsOf(value.ids).filter((id) => saved.includes(id));
  const passed = listOf(value.passed).map(textsOf);
  const common = saved.filter((id) => ids.includes(id));
  const isSame = (one: Ids) => one.filter((id) => common.includes(id)).join() === common.join();
  return isSame(ids) || !passed.some(isSame)
    ? null
    : { ids: [...ids, ...saved.filter((id) => !ids.includes(id))], passed };
}
