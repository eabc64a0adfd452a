/** What was deleted as pages list it: plain data that operations answer and components read. */

/** How many records of one model. */
export type TakenCount = {
  readonly label: string;
  readonly count: number;
  /** There are more than were counted. */
  readonly isCut: boolean;
};

/** One deletion, as far as the reader may undo it. */
export type Deletion = {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** Who deleted it; empty for the system. */
  readonly person: string;
  /** What was deleted for its own sake, by model; a deletion of many may have several. */
  readonly roots: readonly (TakenCount & {
    /** Of one record, and of several. */
    readonly kind: string;
    /** The page of the first of them, which offers it back too. */
    readonly href: string;
    /** Some of them by name. */
    readonly titles: readonly string[];
    /** Some of the records on which they hang: projects, or sessions with their projects. */
    readonly places: readonly string[];
  })[];
  /** What went along. */
  readonly along: readonly TakenCount[];
};
