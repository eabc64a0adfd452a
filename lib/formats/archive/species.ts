import type { ArchiveSpecies, Identifier } from './facts';

const termAddress = 'http://purl.obolibrary.org/obo/NCBITaxon_';

/**
 * Names that DANDI and the NWB inspector read as the species they are. By others DANDI goes by parts of a name: it takes
 * “Mustela putorius furo” and “Mus spretus” for a house mouse and “Rattus rattus” for a brown rat, so those go by their
 * number. Source: dandi-cli, dandi/metadata/util.py (species_map), November 2026.
 */
const readAsThemselves: Readonly<Record<string, number>> = {
  'Mus musculus': 10090,
  'Homo sapiens': 9606,
  'Rattus norvegicus': 10116,
  'Macaca mulatta': 9544,
  'Callithrix jacchus': 9483,
  'Drosophila melanogaster': 7227,
  'Danio rerio': 7955,
  'Caenorhabditis elegans': 6239,
  'Macaca nemestrina': 9545,
  'Meriones unguiculatus': 10047,
};

const isBinomial = (name: string): boolean => /^[A-Z][a-z]+ [a-z]+$/.test(name);

/** The ways in which people write a number of the NCBI Taxonomy. */
const spellings = [
  /^\s*(?:ncbi[\s_:]*)?(?:tax(?:on|id)?[\s_:]*)?(\d{1,9})\s*$/i,
  /NCBITaxon[_:](\d{1,9})\/?\s*$/i,
  /ncbi\.nlm\.nih\.gov\/.*[?&]id=(\d{1,9})/i,
];

function numberIn(text: string): number | null {
  for (const spelling of spellings) {
    const match = spelling.exec(text);
    if (match) return Number(match[1]);
  }
  return null;
}

/** The numbers of the NCBI Taxonomy that the identifiers of a species give, each once. */
export function taxaOf(identifiers: readonly Identifier[]): number[] {
  const isTaxonomy = ({ source, url }: Identifier) => /ncbi/i.test(source) || /ncbitaxon/i.test(url ?? '');
  const found = identifiers
    .filter(isTaxonomy)
    .flatMap(({ identifier, url }) => [numberIn(identifier), url === null ? null : numberIn(url)])
    .filter((number) => number !== null && number > 0);
  return [...new Set(found as number[])]; // without null by the filter
}

/**
 * A species as archives read it without mistake, or why there is no such spelling. The binomial where that is enough,
 * else the term of the NCBI Taxonomy by its `http://` address.
 */
export function archiveSpecies({
  name,
  external_identifiers,
}: Pick<ArchiveSpecies, 'name' | 'external_identifiers'>):
  { value: string; problem: null } | { value: null; problem: string } {
  const taxa = taxaOf(external_identifiers);
  if (taxa.length > 1)
    return { value: null, problem: `The identifiers of ${name} give different NCBI taxa: ${taxa.join(' and ')}.` };
  const [taxon] = taxa;
  const known = readAsThemselves[name];
  if (known !== undefined && taxon !== undefined && taxon !== known)
    return { value: null, problem: `The NCBI taxon of ${name} is ${known}; its identifiers say ${taxon}.` };
  if (known !== undefined) return { value: name, problem: null };
  if (taxon !== undefined) return { value: `${termAddress}${taxon}`, problem: null };
  return {
    value: null,
    problem: isBinomial(name)
      ? `DANDI does not know “${name}” by its name: add its number in the NCBI Taxonomy, such as ${termAddress}10090.`
      : `“${name}” is no binomial such as Mus musculus: correct it or add its number in the NCBI Taxonomy.`,
  };
}
