/** A subject as a round through the animals shows it. */
export type RoundSubject = {
  readonly id: string;
  readonly name: string;
  /** The newest entry of that type: when, and its amount with its unit. */
  readonly last: { readonly time: string; readonly text: string } | null;
  /** Whether the viewer may add an entry. */
  readonly isOpen: boolean;
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
