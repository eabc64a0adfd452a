import type { Choice } from '@/lib/declare/field';
import { typeChoices } from './types';

const named = (...codes: string[]): readonly Choice[] => codes.map((code) => ({ code, label: code }));
const labelled = (choices: Record<string, string>): readonly Choice[] =>
  Object.entries(choices).map(([code, label]) => ({ code, label }));

// Source of every list without another note: the published vocabularies of BrainSTEM, read in November 2026.

/** Sex of a subject; also the three letters of session.toml. */
export const sexes = labelled({ F: 'Female', M: 'Male', U: 'Unknown' });

export const subjectStatuses = labelled({
  planned: 'Planned',
  active: 'Active',
  inactive: 'Inactive',
  transferred: 'Transferred',
  deceased: 'Deceased',
  unknown: 'Unknown',
});

/** How a strain is bred. The labels are published, the codes are ours. */
export const strainBreedings = labelled({
  inbred: 'Inbred',
  outbred: 'Outbred',
  wild_type: 'Wild-type',
  unknown: 'Unknown',
});

/** The state of the animal in a setup. */
export const setupTypeCategories = labelled({
  I: 'In vitro',
  E: 'Ex vivo',
  A: 'Anesthetized in vivo',
  H: 'Head-fixed awake',
  V: 'Voluntarily stationary awake',
  F: 'Freely moving awake',
  U: 'Unknown',
});

export const atlases = labelled({
  AIA: 'Allen Mouse Brain Atlas',
  AIA_dM: 'Allen Developing Mouse Brain Atlas',
  AIA_HB: 'Allen Human Brain Atlas',
  AIA_dHB: 'Allen Developing Human Brain Atlas',
  AIA_P: 'Allen Non-Human Primate Brain Atlas',
  AIA_S: 'Allen Spinal Column Atlas',
  BM4: 'Brain Maps 4.0 - Rat Brain Atlas',
  PF2001: 'Paxinos & Franklin 2001 Mouse Brain Atlas',
  PW1997: 'Paxinos & Watson 1997 Rat Brain Atlas',
  S2004: 'Swanson 2004 Rat Brain Atlas',
});

/** Where data are published. */
export const downloadRepositories = named(
  'CRCNS',
  'DANDI',
  'Figshare',
  'GitHub',
  'Globus',
  'Mendeley',
  'Zenodo',
  'Webshare',
  'Other',
);

/** How an address of published data may begin. */
export const downloadUrlSchemes = ['http://', 'https://', 'ftp://'] as const;

/** Databases of identifiers; others may be named. */
export const externalIdentifierSources = named('NCBI', 'JAX', 'DOI', 'Ensembl', 'EMMA');

/** What one folder level of a storage stands for. */
export const storageOrganizationElements = named('Projects', 'Collections', 'Cohorts', 'Subjects', 'Sessions', 'Years');

/** Ways to reach a storage; others may be named. The wire knows the full texts. */
export const storageProtocols = named(
  'Local harddrive',
  'SMB/CIFS',
  'NFS',
  'SFTP',
  'S3',
  'Dropbox (Cloud solution)',
  'HTTPS/Web',
  'Globus',
);

/** Credit of a person in a project; gives no access. */
export const projectUserRoles = named(
  'Contact person',
  'Conceptualizer',
  'Data collector',
  'Data curator',
  'Data manager',
  'Formal analyzer',
  'Investigator',
  'Maintainer',
  'Method developer',
  'Producer',
  'Project leader',
  'Project manager',
  'Supervisor',
);

export const licenseTypes = labelled({
  animal_research_authorization: 'Animal research authorization',
  human_research_authorization: 'Human research authorization',
  biosafety_gmo_authorization: 'Biosafety and GMO authorization',
  wildlife_fieldwork_permit: 'Wildlife fieldwork permit',
  controlled_substance_license: 'Controlled substance license',
  chemical_use_authorization: 'Chemical use authorization',
  import_export_permit: 'Import and export permit',
});

export const licenseStatuses = labelled({
  draft: 'Draft',
  pending: 'Pending',
  active: 'Active',
  suspended: 'Suspended',
  expired: 'Expired',
  revoked: 'Revoked',
});

/** Who grants a license. */
export const authorityTypes = labelled({
  national: 'National regulatory body',
  institutional: 'Institutional committee',
  regional: 'Regional or state authority',
  international: 'International organization',
});

export const consumableStockStatuses = labelled({ AVAILABLE: 'Available', RESERVED: 'Reserved', DEPLETED: 'Depleted' });

export const protocolTypes = labelled({ procedure: 'Procedure', subject_log: 'Subject log' });

export const approvalActions = named('Add', 'Change');
export const approvalStatuses = named('Pending', 'Accepted', 'Rejected');

/** Coordinate systems of procedures and equipment, each with its own coordinates. */
export const coordinateSystems: readonly Choice[] = typeChoices('coordinates').map(({ code, label }) => ({
  code,
  label,
}));

/** The usual place of a procedure: what is taken where nobody has chosen one, and its type does not say another. */
export const usualCoordinates = 'Stereotaxic_BregmaAbsolute';

const regionNames = new Intl.DisplayNames('en', { type: 'region' });
const countryCodes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

/** Source: ISO 3166-1 alpha-2; the names are those of the Unicode CLDR. */
export const countries: readonly Choice[] = countryCodes
  .split(' ')
  .map((code) => ({ code, label: regionNames.of(code) ?? code }))
  .toSorted((a, b) => (a.label < b.label ? -1 : 1));
