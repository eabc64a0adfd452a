import { ageBetween } from '@/lib/declare/age';
import { archiveSpecies } from '../archive/species';
import type { ArchiveSession, RecordedSubject } from '../archive/facts';
import { isLastFirst, peopleIn } from '../archive/names';
import { isAge } from '../session-toml/age';
import { htmlToText } from '../session-toml/rich-text';
import { instantOf, isoInZone } from '../session-toml/zoned';
import { devicesOf, type DeviceModels, type Devices } from './devices';

/**
 * NeuroConv's metadata of one NWB file, keys exact. A value that is missing, or that an archive would refuse, is left out.
 * Source: neuroconv, base_metadata_schema.json, November 2026.
 */
export type NeuroconvMetadata = {
  NWBFile: {
    session_id?: string;
    session_start_time?: string;
    session_description?: string;
    experimenter?: string[];
    lab?: string;
    institution?: string;
    keywords?: string[];
    protocol?: string;
    related_publications?: string[];
  };
  Subject?: {
    subject_id?: string;
    species?: string;
    strain?: string;
    genotype?: string;
    sex?: string;
    date_of_birth?: string;
    age?: string;
    weight?: string;
    description?: string;
  };
  Devices?: Devices;
  DeviceModels?: DeviceModels;
};

/** The metadata of a session with one of its subjects; `zone` is the laboratory's IANA zone. */
export function toMetadata(session: ArchiveSession, subject: RecordedSubject | null, zone: string): NeuroconvMetadata {
  return {
    NWBFile: nwbFile(session, zone),
    ...(subject === null ? {} : { Subject: subjectOf(subject, session, zone) }),
    ...devicesOf(session.devices),
  };
}

function nwbFile(session: ArchiveSession, zone: string): NeuroconvMetadata['NWBFile'] {
  const { date_time: start, laboratory } = session;
  return given({
    session_id: session.name.trim(),
    session_start_time: start === null ? '' : isoInZone(Date.parse(start), zone),
    session_description: htmlToText(session.description ?? '').trim(),
    experimenter: experimentersOf(session),
    lab: laboratory?.group ?? '',
    institution: laboratory?.institution ?? '',
    keywords: [...new Set(session.tags)],
    protocol: session.licenses.join('; '),
    related_publications: session.publications.flatMap(({ doi }) => (doi ? [doiOf(doi)] : [])),
  });
}

/** The account says which part is the family name; a text only where it is written so. */
function experimentersOf({ experimenter, experimenter_user: account }: ArchiveSession): string[] {
  if (account?.first_name && account.last_name) return [`${account.last_name}, ${account.first_name}`];
  return peopleIn(experimenter ?? '').filter(isLastFirst);
}

/** `doi:10.1000/182` for each of the ways in which a DOI is written. */
function doiOf(text: string): string {
  return `doi:${text.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')}`;
}

function subjectOf(
  subject: RecordedSubject,
  { date_time: start }: ArchiveSession,
  zone: string,
): NonNullable<NeuroconvMetadata['Subject']> {
  const { birth_date: born, species, weight } = subject;
  const age = subject.age?.trim() ?? '';
  const derived = ageBetween(born, start, zone);
  return given({
    subject_id: subject.name.trim(),
    species: species === null ? '' : (archiveSpecies(species).value ?? ''),
    strain: subject.strain ?? '',
    genotype: subject.genotype?.trim() ?? '',
    sex: subject.sex ?? 'U',
    date_of_birth: born === null ? '' : midnight(born, zone),
    age: isAge(age) ? age : (derived ?? ''),
    weight: weight === null ? '' : `${weight} g`,
    description: htmlToText(subject.description ?? '').trim(),
  });
}

/** The beginning of a day in the laboratory, as a date and time with its offset. */
function midnight(day: string, zone: string): string {
  return isoInZone(instantOf({ wall: Date.parse(`${day}T00:00:00Z`), offset: null }, zone), zone);
}

/** The keys that have a value. */
function given<T extends Readonly<Record<string, string | string[]>>>(values: T): Partial<T> {
  const entries = Object.entries(values).filter(([, value]) => value.length > 0);
  return Object.fromEntries(entries) as Partial<T>; // a part of the same keys
}
