import { partsOfName, type CitedDataSet } from './cited';

/** The reference as a BibTeX entry, with a line end. Letters beyond ASCII stay (biber and current BibTeX read UTF-8). */
export function citationBibtex(data: CitedDataSet): string {
  const authors = data.creators.map((name) => {
    const { family, given } = partsOfName(name);
    return given ? `${escaped(family)}, ${escaped(given)}` : `{${escaped(family)}}`;
  });
  const fields: [string, string][] = [
    ...(authors.length > 0 ? ([['author', authors.join(' and ')]] as [string, string][]) : []),
    // Doubled braces keep the capitals of the title.
    ['title', `{${escaped(data.title)}}`],
    ['year', String(data.year)],
    ['howpublished', escaped(data.catalogue.name)],
    ['note', 'Data set'],
    // Addresses are taken as they are; a brace in one would end the field.
    ['url', data.url.replace(/[{}\\]/g, encodeURIComponent)],
  ];
  return `@misc{${keyOf(data)},\n${fields.map(([name, value]) => `  ${name} = {${value}},`).join('\n')}\n}\n`;
}

const macros: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A text in which nothing is a command, on one line. */
const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\~^{}%$&#_]/g, (character) => macros[character] ?? `\\${character}`);

/** `okafor2026whiskers`: letters and digits only. */
function keyOf({ creators: [first], year, title }: CitedDataSet): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^a-z0-9]/gi, '')
      .toLowerCase();
  const word =
    title
      .split(/\s+/)
      .map(plain)
      .find((one) => one.length > 3) ?? plain(title);
  return `${plain(first ? partsOfName(first).family : '') || 'sulcus'}${year}${word.slice(0, 30)}`;
}
