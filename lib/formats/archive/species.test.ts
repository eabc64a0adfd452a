import { describe, expect, it } from 'vitest';
import { starterSpecies } from '@/lib/vocabularies/starter/species';
import { archiveSpecies, taxaOf } from './species';
import { speciesOf } from './fixtures';

const term = (taxon: number) => `http://purl.obolibrary.org/obo/NCBITaxon_${taxon}`;

describe('the species of an archive', () => {
  it.each([
    ['Mus musculus', null, 'Mus musculus'],
    ['Mus musculus', 10090, 'Mus musculus'],
    // DANDI would read a house mouse, because the name begins with “mus”.
    ['Mustela putorius furo', 9669, term(9669)],
    ['Mus spretus', 10096, term(10096)],
    // … and a brown rat, because “rat” is in it.
    ['Rattus rattus', 10117, term(10117)],
    ['Apis mellifera', 7460, term(7460)],
  ])('writes %s (%s) as %s', (name, taxon, value) => {
    expect(archiveSpecies(speciesOf(name, taxon))).toEqual({ value, problem: null });
  });

  it.each([
    ['Mus spretus', null, /DANDI does not know “Mus spretus” by its name/],
    ['Mouse', null, /“Mouse” is no binomial/],
    ['mus musculus', null, /no binomial/],
    ['Mus musculus', 10116, /The NCBI taxon of Mus musculus is 10090; its identifiers say 10116/],
  ])('has no spelling for %s (%s)', (name, taxon, problem) => {
    const found = archiveSpecies(speciesOf(name, taxon));
    expect(found.value).toBeNull();
    expect(found.problem).toMatch(problem);
  });

  it('has a spelling for every species that a laboratory starts with', () => {
    for (const { name, external_identifiers } of starterSpecies) {
      expect(archiveSpecies({ name, external_identifiers }).problem, name).toBeNull();
    }
  });

  it('refuses identifiers that contradict each other', () => {
    const external_identifiers = [
      { source: 'NCBI', identifier: '10090', url: term(10116) },
      { source: 'JAX', identifier: '000664', url: null },
    ];
    expect(archiveSpecies({ name: 'Mus musculus', external_identifiers }).problem).toMatch(/10090 and 10116/);
  });
});

describe('a taxon', () => {
  it.each([
    ['10090', null],
    ['NCBITaxon_10090', null],
    ['NCBITaxon:10090', null],
    ['taxid 10090', null],
    ['', 'https://purl.obolibrary.org/obo/NCBITaxon_10090'],
    ['', 'https://www.ncbi.nlm.nih.gov/Taxonomy/Browser/wwwtax.cgi?mode=Info&id=10090'],
  ])('is read from “%s” and %s', (identifier, url) => {
    expect(taxaOf([{ source: 'NCBI', identifier, url }])).toEqual([10090]);
  });

  it('is not read from the number of a strain or a gene', () => {
    expect(taxaOf([{ source: 'JAX', identifier: '000664', url: null }])).toEqual([]);
    expect(taxaOf([{ source: 'NCBI', identifier: 'gene X', url: 'https://www.ncbi.nlm.nih.gov/gene/12345' }])).toEqual(
      [],
    );
  });
});
