import type { Choice } from './field';

/** Texts by column: what a cell holds is always text, and what it means is found when it is checked. */
export type CellTexts = Readonly<Record<string, string>>;

/** A column of a grid, as pages know it. Its name is that of the field. */
export type GridColumn = {
  readonly name: string;
  readonly label: string;
  readonly isRequired: boolean;
  /** Shown unless the person chooses others. */
  readonly isUsual: boolean;
  /** What a cell holds: “A date as YYYY-MM-DD.” */
  readonly expects: string;
  readonly help: string;
  readonly isNumeric: boolean;
  /** Cells may hold several lines. */
  readonly isLong: boolean;
  /** Cells may hold several words or names, separated by commas. */
  readonly isList: boolean;
  readonly choices: readonly Choice[] | null;
  /** What completes a name: the field of the records at `path` that links them. `owner` is the field there that points back here. */
  readonly links: { readonly path: string; readonly field: string; readonly owner: string | null } | null;
  /** Words in use complete it. */
  readonly isWords: boolean;
};

/** A record as a row of the grid starts with it. */
export type GridRow = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly texts: CellTexts;
  /** Why cells can't be changed here, by column. */
  readonly locked: CellTexts;
  /** Why the whole row can't; null where it can. */
  readonly whyNot: string | null;
  /** What links that are records of their own lead to, by column: a change says what it is based on. */
  readonly linked: Readonly<Record<string, readonly string[]>>;
};

/** A row with changes, as the sheet sends it. `key` names it in the answer. */
export type SentRow = {
  readonly key: number;
  /** Null for a new record. */
  readonly id: string | null;
  readonly version: number | null;
  /** The changed cells of a record, the filled ones of a new one. */
  readonly cells: CellTexts;
  readonly linked: GridRow['linked'];
};

/** Something wrong with a row, at its cell where it is about one. */
export type GridProblem = {
  readonly key: number;
  readonly column: string | null;
  readonly message: string;
  /** What to write instead. */
  readonly suggestion: string | null;
};

/** The records that a cell was read as. */
export type FoundLinks = {
  readonly key: number;
  readonly column: string;
  readonly ids: readonly string[];
  /** What they are called, in the same order. */
  readonly names: readonly string[];
};

/** What sets a save back. */
export type GridUndo = {
  /** With the versions that they were made with. */
  readonly created: readonly { readonly id: string; readonly version: number }[];
  readonly changed: readonly {
    readonly id: string;
    readonly version: number;
    readonly values: Readonly<Record<string, unknown>>;
  }[];
  /** Records behind links: those that were made, and the deletions of those that went. */
  readonly links: readonly { readonly model: string; readonly made: readonly string[] }[];
  readonly deletions: readonly string[];
};

/** What a check or a save of a grid answers. Without `saved` nothing was written. */
export type GridResult = {
  readonly problems: readonly GridProblem[];
  /** Rows that somebody else has changed, as they are now. */
  readonly stale: readonly { readonly key: number; readonly row: GridRow }[];
  readonly found: readonly FoundLinks[];
  readonly saved: {
    readonly created: number;
    /** The instant that those created have in common, by which a list finds them; null without any. */
    readonly createdAt: string | null;
    readonly changed: number;
    /** What waits for a reviewer. */
    readonly proposed: number;
    /** Null where it can't be undone here. */
    readonly undo: GridUndo | null;
  } | null;
};

/** Most rows of a grid. */
export const gridRowsMax = 1000;
