/** What the card of a row tells of its record, and what one may do with it. */
export type RecordCard = {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly links: readonly { readonly label: string; readonly href: string; readonly isFile?: boolean }[];
};

export type RecordCardAnswer =
  { readonly ok: true; readonly card: RecordCard } | { readonly ok: false; readonly message: string };

/** Loads the card of a record; a server action. */
export type LoadCard = (id: string) => Promise<RecordCardAnswer>;
