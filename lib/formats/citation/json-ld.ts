import { doiUrl, partsOfName, type CitedDataSet } from './cited';

/** Search engines read descriptions of 50 to 5,000 characters. */
const descriptionMax = 5000;

/** The data set as schema.org tells of it. Empty properties are left out. Source: https://schema.org/Dataset */
export function datasetJsonLd(data: CitedDataSet): Record<string, unknown> {
  const { recorded } = data;
  return given({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': data.url,
    name: data.title,
    description: (data.description || data.title).slice(0, descriptionMax),
    url: data.url,
    identifier: data.url,
    creator: data.creators.map((name) => {
      const { family, given: first } = partsOfName(name);
      return given({ '@type': 'Person', name, familyName: family, givenName: first });
    }),
    dateCreated: data.created,
    dateModified: data.modified,
    temporalCoverage: recorded ? `${recorded.first}/${recorded.last}` : '',
    keywords: data.keywords,
    measurementTechnique: data.techniques,
    size: data.extent.join(', '),
    isAccessibleForFree: true,
    distribution: data.downloads.map(({ repository, url }) => ({
      '@type': 'DataDownload',
      name: repository,
      contentUrl: url,
    })),
    citation: data.publications.map(({ title, authors, published, doi }) =>
      given({
        '@type': 'ScholarlyArticle',
        name: title,
        author: authors,
        datePublished: published,
        sameAs: doi ? doiUrl(doi) : '',
      }),
    ),
    includedInDataCatalog: { '@type': 'DataCatalog', ...data.catalogue },
  });
}

const given = (properties: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  );

/**
 * JSON that may stand in a script element: nothing in it can end the element or begin a comment. It is data, which no
 * browser runs, so the page's policy for scripts needs no exception.
 */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
