import { partsOfName, type CitedDataSet } from './cited';

/** The reference as a reader puts it into a text, after the style of the APA (7th edition, data sets). */
export function citationText({ title, creators, year, catalogue, url }: CitedDataSet): string {
  const names = creators.map(initialled);
  const who = names.length > 1 ? `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}` : names[0];
  // Without authors the title moves to their place.
  return who
    ? `${ended(who)} (${year}). ${title} [Data set]. ${catalogue.name}. ${url}`
    : `${title} [Data set]. (${year}). ${catalogue.name}. ${url}`;
}

const ended = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** “Lovelace, A. M.” */
function initialled(name: string): string {
  const { family, given } = partsOfName(name);
  const initials = given
    .split(' ')
    .filter(Boolean)
    .map((word) =>
      word
        .split('-')
        .map((part) => `${(Array.from(part)[0] ?? '').toUpperCase()}.`)
        .join('-'),
    );
  return [family, initials.join(' ')].filter(Boolean).join(', ');
}
