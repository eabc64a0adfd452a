import { shareOfBaseline } from '@/lib/declare/measures';

/** What an amount is held against, all in one unit. */
export interface Known {
  last: number | null;
  /** Before water or food was withheld; only of weights. */
  baseline: number | null;
  /** A body changes little in a day; what is eaten and drunk does. */
  isWeight: boolean;
}

/** More than that much of the last weight is no change of a day. */
const weightJump = 0.25;
/** So many times the last amount is a slip of the decimal point. */
const slip = 5;

/** Why an amount should be looked at again before it is saved; null for one like any other. */
export function doubtOf(value: number, unit: string, { last, baseline, isWeight }: Known): string | null {
  const share = baseline === null ? null : shareOfBaseline(value, baseline);
  if (share?.verdict === 'doubtful') return `${share.percent.toLocaleString('en')}% of its baseline: is that right?`;
  if (last === null || last <= 0) return null;
  const ratio = value / last;
  const isFar = isWeight ? Math.abs(ratio - 1) > weightJump : ratio >= slip || ratio <= 1 / slip;
  if (!isFar) return null;
  const change = ratio >= 2 ? `${times(ratio)} times` : `${Math.round(ratio * 100)}% of`;
  return `${change} the last, ${last} ${unit}: is that right?`;
}

const times = (ratio: number): string =>
  ratio < 10 ? ratio.toFixed(1).replace(/\.0$/, '') : String(Math.round(ratio));
