/** A public data set as citations and search engines tell of it: public facts only. Dates are ISO, `2026-11-20`. */
export type CitedDataSet = {
  readonly title: string;
  /** The page, which is the identifier too. */
  readonly url: string;
  /** Plain text. */
  readonly description: string;
  /** Names as people write them, in the order of credit. */
  readonly creators: readonly string[];
  /** Of the latest recording, else of the record. */
  readonly year: number;
  readonly created: string;
  readonly modified: string;
  /** Of the first and the latest recording. */
  readonly recorded: { readonly first: string; readonly last: string } | null;
  readonly keywords: readonly string[];
  readonly techniques: readonly string[];
  /** “12 sessions” */
  readonly extent: readonly string[];
  readonly downloads: readonly { readonly repository: string; readonly url: string }[];
  readonly publications: readonly CitedPublication[];
  /** The portal that shows it. */
  readonly catalogue: { readonly name: string; readonly url: string };
};

export type CitedPublication = {
  readonly title: string;
  readonly authors: string;
  readonly published: string;
  readonly doi: string;
};

export type PersonName = { readonly family: string; readonly given: string };

/** The parts of a name such as “Ada M. Lovelace” or “Lovelace, Ada M.”; one word is a family name. */
export function partsOfName(name: string): PersonName {
  const text = name.trim().replace(/\s+/g, ' ');
  const comma = text.indexOf(',');
  if (comma >= 0) return { family: text.slice(0, comma).trim(), given: text.slice(comma + 1).trim() };
  const space = text.lastIndexOf(' ');
  return space < 0 ? { family: text, given: '' } : { family: text.slice(space + 1), given: text.slice(0, space) };
}

/** The address of a DOI that was given bare, with `doi:` or as an address. */
export const doiUrl = (doi: string): string =>
  `https://doi.org/${doi.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:)/i, '')}`;
