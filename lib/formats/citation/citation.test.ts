import { describe, expect, it } from 'vitest';
import { citationBibtex } from './bibtex';
import { doiUrl, partsOfName, type CitedDataSet } from './cited';
import { datasetJsonLd, jsonForScript } from './json-ld';
import { citationText } from './text';

const data: CitedDataSet = {
  title: 'Whisker codes in layer 5',
  url: 'https://lab.example.org/public/projects/0190',
  description: 'Recordings of barrel cortex.',
  creators: ['Amara Okafor', 'Herrera, Sofía', 'Jean-Luc de Vries'],
  year: 2026,
  created: '2026-01-02',
  modified: '2026-11-20',
  recorded: { first: '2026-02-01', last: '2026-11-19' },
  keywords: ['barrel cortex', 'Mus musculus'],
  techniques: ['Extracellular electrophysiology'],
  extent: ['3 subjects', '12 sessions'],
  downloads: [{ repository: 'DANDI', url: 'https://dandiarchive.org/dandiset/000001' }],
  publications: [{ title: 'A paper', authors: 'Okafor A', published: '2026-05-01', doi: 'doi:10.1000/1' }],
  catalogue: { name: 'Sulcus', url: 'https://lab.example.org/public' },
};
const bare: CitedDataSet = {
  ...data,
  description: '',
  creators: [],
  recorded: null,
  keywords: [],
  techniques: [],
  extent: [],
  downloads: [],
  publications: [],
};

describe('the text of a citation', () => {
  it('names people by family name and initials', () => {
    expect(citationText(data)).toBe(
      'Okafor, A., Herrera, S., & Vries, J.-L. D. (2026). Whisker codes in layer 5 [Data set]. Sulcus. https://lab.example.org/public/projects/0190',
    );
    expect(citationText({ ...data, creators: ['Allen Institute', 'Plato'].slice(1) })).toMatch(/^Plato\. \(2026\)/);
  });

  it('begins with the title where nobody is credited', () => {
    expect(citationText(bare)).toMatch(/^Whisker codes in layer 5 \[Data set\]\. \(2026\)\. Sulcus\./);
  });
});

describe('BibTeX', () => {
  it('has a key of plain letters and one field a line', () => {
    expect(citationBibtex(data)).toBe(`@misc{okafor2026whisker,
  author = {Okafor, Amara and Herrera, Sofía and Vries, Jean-Luc de},
  title = {{Whisker codes in layer 5}},
  year = {2026},
  howpublished = {Sulcus},
  note = {Data set},
  url = {https://lab.example.org/public/projects/0190},
}
`);
  });

  it('takes no text for a command, and lets none end its field', () => {
    const text = citationBibtex({ ...data, title: 'A } \\input{x} 50% $x$ a_b #1 & ~^', creators: ['É}{ Ünal'] });
    expect(text).toContain(
      'title = {{A \\} \\textbackslash{}input\\{x\\} 50\\% \\$x\\$ a\\_b \\#1 \\& \\textasciitilde{}\\textasciicircum{}}}',
    );
    expect(text).toMatch(/^@misc\{unal2026/);
    expect(citationBibtex({ ...bare, title: '鼠' })).toMatch(/^@misc\{sulcus2026,/);
  });
});

describe('schema.org', () => {
  it('tells what is known', () => {
    expect(datasetJsonLd(data)).toMatchObject({
      '@type': 'Dataset',
      creator: [{ '@type': 'Person', familyName: 'Okafor' }, { familyName: 'Herrera', givenName: 'Sofía' }, {}],
      temporalCoverage: '2026-02-01/2026-11-19',
      size: '3 subjects, 12 sessions',
      citation: [{ sameAs: 'https://doi.org/10.1000/1' }],
      distribution: [{ contentUrl: 'https://dandiarchive.org/dandiset/000001' }],
    });
  });

  it('leaves out what is not', () => {
    const keys = Object.keys(datasetJsonLd(bare));
    for (const key of ['creator', 'temporalCoverage', 'keywords', 'distribution', 'citation', 'size'])
      expect(keys).not.toContain(key);
    expect(datasetJsonLd(bare).description).toBe(bare.title);
  });

  it('can’t break out of the script that it stands in, and still reads as written', () => {
    const title = '</script><script>alert(1)</script><!-- & \u2028';
    const text = jsonForScript(datasetJsonLd({ ...data, title }));
    expect(text).not.toMatch(/[<>&\u2028]/);
    expect((JSON.parse(text) as { name: string }).name).toBe(title);
  });
});

it('reads names and DOIs in the ways that people write them', () => {
  expect(partsOfName(' Ada  M. Lovelace ')).toEqual({ family: 'Lovelace', given: 'Ada M.' });
  expect(partsOfName('Lovelace, Ada')).toEqual({ family: 'Lovelace', given: 'Ada' });
  expect(partsOfName('Plato')).toEqual({ family: 'Plato', given: '' });
  for (const doi of ['10.1/x', 'doi:10.1/x', 'https://doi.org/10.1/x', 'http://dx.doi.org/10.1/x'])
    expect(doiUrl(doi)).toBe('https://doi.org/10.1/x');
});
