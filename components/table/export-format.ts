/** The files that a list can be exported as. */
export const exportFormats = ['csv', 'csv-excel', 'ndjson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What the browser asks for: what `query` lists and how, or only the records with these ids. */
export type ExportRequest = {
  readonly format: ExportFormat;
  /** The address of the list after its `?`: filters, search, order and columns. */
  readonly query: string;
  readonly ids?: readonly string[];
};
