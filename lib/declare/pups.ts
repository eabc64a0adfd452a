/** What the pups of a breeding begin with, as far as it is known. */
export type PupsBeginning = {
  /** How many are to be added; null where the litter was not counted. */
  readonly count: number | null;
  readonly firstName: string;
  /** `2026-11-27`, or null. */
  readonly born: string | null;
  /** Id and title of the strain, where the parents agree. */
  readonly strain: { readonly id: string; readonly title: string } | null;
  /** Of both parents; empty where they differ. */
  readonly line: string;
};

/** Pups as they are asked for. */
export type PupsInput = {
  readonly count: number;
  readonly firstName: string;
  readonly born: string | null;
  readonly strain: string;
};

/** Most pups of a litter that are added at once. */
export const pupsMax = 50;
