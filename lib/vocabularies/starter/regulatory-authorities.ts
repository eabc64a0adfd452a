import { starterId } from './starter-id';

export const regulatoryAuthoritiesSource = 'Names and websites as the authorities use them themselves.';

type Kind = 'national' | 'regional';
type Listed = [name: string, abbreviation: string, country: string, kind: Kind, website: string];

const listed: Listed[] = [
  [
    'Animals in Science Regulation Unit (Home Office)',
    'ASRU',
    'GB',
    'national',
    'https://www.gov.uk/guidance/research-and-testing-using-animals',
  ],
  ['Mattilsynet (Norwegian Food Safety Authority)', '', 'NO', 'national', 'https://www.mattilsynet.no'],
  [
    'Dyreforsøgstilsynet (Danish Animal Experiments Inspectorate)',
    '',
    'DK',
    'national',
    'https://dyreforsoegstilsynet.dk',
  ],
  ['Jordbruksverket (Swedish Board of Agriculture)', 'SJV', 'SE', 'national', 'https://jordbruksverket.se'],
  ['Centrale Commissie Dierproeven', 'CCD', 'NL', 'national', 'https://www.centralecommissiedierproeven.nl'],
  ['Landesamt für Gesundheit und Soziales Berlin', 'LAGeSo', 'DE', 'regional', 'https://www.berlin.de/lageso'],
  ['Regierung von Oberbayern', '', 'DE', 'regional', 'https://www.regierung.oberbayern.bayern.de'],
  ['Federal Food Safety and Veterinary Office', 'FSVO', 'CH', 'national', 'https://www.blv.admin.ch'],
  [
    'Ministère de l’Enseignement supérieur et de la Recherche',
    'MESR',
    'FR',
    'national',
    'https://www.enseignementsup-recherche.gouv.fr',
  ],
  ['Direção-Geral de Alimentação e Veterinária', 'DGAV', 'PT', 'national', 'https://www.dgav.pt'],
  ['Ministero della Salute', '', 'IT', 'national', 'https://www.salute.gov.it'],
  ['Health Products Regulatory Authority', 'HPRA', 'IE', 'national', 'https://www.hpra.ie'],
  ['Office of Laboratory Animal Welfare (NIH)', 'OLAW', 'US', 'national', 'https://olaw.nih.gov'],
  ['Drug Enforcement Administration', 'DEA', 'US', 'national', 'https://www.dea.gov'],
  ['Canadian Council on Animal Care', 'CCAC', 'CA', 'national', 'https://ccac.ca'],
];

/** Authorities that grant licenses for animals and controlled substances, in the countries of many laboratories. */
export const starterRegulatoryAuthorities = listed.map(([name, abbreviation, country, kind, website]) => ({
  id: starterId('regulatoryauthority', name),
  name,
  abbreviation,
  country,
  authority_type: kind,
  website,
}));
