/** The history of a record as pages show it: plain data that operations answer and components read. */

/** A field that a write changed. Values hold only what differs, and only what the reader may see. */
export type ChangedField = {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
  /** A link to a record that the reader can't see stood there. */
  readonly isBeforeHidden: boolean;
  readonly isAfterHidden: boolean;
  /** The records with what such a value is read by: the type of typed details. */
  readonly beside: {
    readonly before: Readonly<Record<string, unknown>>;
    readonly after: Readonly<Record<string, unknown>>;
  };
};

export type HistoryAction = 'create' | 'update' | 'delete' | 'restore' | 'approve';

/** What one write did to one record: to the record itself or to something that belongs to it. */
export type HistoryEntry = {
  readonly id: string;
  readonly model: string;
  readonly recordId: string;
  /** What it is called; empty for what has no name of its own. */
  readonly title: string;
  /** The record to which it belongs and that the reader may see: the session of an epoch. */
  readonly place: { readonly model: string; readonly name: string } | null;
  readonly action: HistoryAction;
  readonly fields: readonly ChangedField[];
  /** The version that the write made; null where none is known. */
  readonly version: number | null;
  /** The reader may set the values before back. */
  readonly mayUndo: boolean;
  /** The reader may make the record as it was after this write. */
  readonly mayRestore: boolean;
  /** What brings a deleted part back; null where there is nothing to bring back for this reader. */
  readonly deletion: string | null;
};

/** Through what a write came. */
export type HistorySource = {
  readonly kind: 'portal' | 'token' | 'import' | 'system';
  /** The name of the token, the file that was imported, or the reason of the system. */
  readonly name: string;
  /** What a new record was made like; the name is empty where the reader may not see it. */
  readonly copyOf?: { readonly kind: 'session' | 'template'; readonly name: string };
};

/** One write with all that it changed in the record and its parts. */
export type HistoryWrite = {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** The user's number; null for the system. */
  readonly person: number | null;
  readonly source: HistorySource;
  /** An administrator reached what no grant of theirs reaches. */
  readonly isElevated: boolean;
  readonly entries: readonly HistoryEntry[];
};

/** What narrows a history. */
export type HistoryFilter = {
  /** The number of the user who wrote. */
  readonly person: number | null;
  /** The model of the record or of a part; null for all. */
  readonly model: string | null;
  /** A field of that model. */
  readonly field: string | null;
};

/** A field as an undo or a restore would set it. */
export type PlannedField = {
  readonly name: string;
  readonly now: unknown;
  readonly next: unknown;
  /**
   * `ready`: nothing has touched it since. `touched`: a later write has, so the person decides.
   * `hidden`: it needs a record that the person can't see. `there`: it has that value already.
   */
  readonly state: 'ready' | 'touched' | 'hidden' | 'there';
};
