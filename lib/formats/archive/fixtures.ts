import type { ArchiveSession, ArchiveSpecies, RecordedSubject } from './facts';

const term = (taxon: number) => `http://purl.obolibrary.org/obo/NCBITaxon_${taxon}`;

export const speciesOf = (name: string, taxon: number | null = null): ArchiveSpecies => ({
  id: 'species-1',
  name,
  external_identifiers: taxon === null ? [] : [{ source: 'NCBI', identifier: String(taxon), url: term(taxon) }],
});

/** A mouse born 90 days before the session below, with nothing that an archive would complain about. */
export const readySubject: RecordedSubject = {
  id: 'subject-1',
  name: 'mouse07',
  sex: 'F',
  genotype: 'Ai14/wt',
  strain: 'C57BL/6J',
  species: speciesOf('Mus musculus', 10090),
  birth_date: '2026-01-01',
  description: '<p>From the breeding of the house.</p>',
  age: 'P90D',
  weight: 24.5,
};

export const readySession: ArchiveSession = {
  id: 'session-1',
  name: 'mouse07_2026-04-01_01',
  date_time: '2026-04-01T09:30:00.000Z',
  description: '<p>Head-fixed <strong>licking</strong> task.</p>',
  experimenter: 'Okafor, Amara',
  experimenter_user: null,
  tags: ['licking', 'cortex'],
  laboratory: { id: 'lab-1', group: 'Okafor lab', institution: 'University of Porto', department: 'Neuroscience' },
  licenses: ['Mice in vivo (0421/2024)'],
  publications: [{ title: 'Licking', doi: 'https://doi.org/10.1000/182' }],
  subjects: [readySubject],
  devices: [],
};
