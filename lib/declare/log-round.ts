/** A subject as a round through the animals shows it. */
export type RoundSubject = {
  readonly id: string;
  readonly name: string;
  /** The newest entry of that type: when, its amount with its unit, and the same in the unit of the type. */
  readonly last: { readonly time: string; readonly text: string; readonly value: number | null } | null;
  /** Its weight in grams before water or food was withheld, where weights are noted. */
  readonly baseline: number | null;
  /** Of a dead one: the date of death; empty where that is not known. */
  readonly died: string | null;
  /** Whether the viewer may add an entry. */
  readonly isOpen: boolean;
};

/** A subject that a round may begin with. */
export type OfferedSubject = Omit<RoundSubject, 'baseline'> & {
  /** Whether it was in the last round of whoever looks. */
  readonly wasMine: boolean;
};

/** What was measured in a round: one instant (ISO 8601), amounts in the unit of the type. */
export type RoundInput = {
  readonly type: string;
  readonly time: string;
  readonly entries: readonly { readonly subject: string; readonly value: number; readonly notes: string }[];
};

/** What a round has written, for its undo: the logs, of which some were begun by it. */
export type RoundWritten = {
  readonly time: string;
  readonly logs: readonly { readonly id: string; readonly version: number; readonly isNew: boolean }[];
};
