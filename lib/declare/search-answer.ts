/** One piece of the line under a title: text, or an instant to be shown on the laboratory's clock. */
export type ContextPart = string | { readonly at: string };

/** One record that a search found. */
export type Hit = {
  readonly href: string;
  readonly title: string;
  readonly context: readonly ContextPart[];
  /** Where in its texts the words stand, when neither title nor context shows them. */
  readonly snippet?: string;
};

export type HitGroup = {
  /** The name of the model. */
  readonly kind: string;
  readonly label: string;
  readonly path: string;
  readonly icon: string;
  readonly hits: readonly Hit[];
  /** Whether there are more than are shown; `count` is how many the list of the kind has, where that is known. */
  readonly hasMore: boolean;
  readonly count: number | null;
};

export type SearchAnswer = {
  /** The kind with the best hit first. */
  readonly groups: readonly HitGroup[];
  /** What was looked for, to be marked in what is shown. */
  readonly words: readonly string[];
  /** Nothing is called so; these are called alike. */
  readonly isGuess: boolean;
};

/** A record to go back to. */
export type RecentHit = Hit & { readonly icon: string; readonly kind: string };

/** The list of a kind with what was looked for. */
export const listOfHits = (path: string, words: readonly string[]): string =>
  `/${path}?q=${encodeURIComponent(words.join(' '))}`;
