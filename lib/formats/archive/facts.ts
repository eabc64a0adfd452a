/** A name in a public database, as a species or a strain carries it. */
export type Identifier = { readonly source: string; readonly identifier: string; readonly url: string | null };

export type ArchiveSpecies = {
  readonly id: string;
  readonly name: string;
  readonly external_identifiers: readonly Identifier[];
};

/** What archives ask of a subject. `birth_date` is YYYY-MM-DD, `description` sanitised HTML. */
export type ArchiveSubject = {
  readonly id: string;
  readonly name: string;
  readonly sex: string | null;
  readonly genotype: string | null;
  readonly strain: string | null;
  readonly species: ArchiveSpecies | null;
  readonly birth_date: string | null;
  readonly description: string | null;
};

/** A subject as it was at the recording: `age` as it was typed, `weight` in g. */
export type RecordedSubject = ArchiveSubject & { readonly age: string | null; readonly weight: number | null };

/** A device that recorded or acted, with its make where the portal knows it. */
export type ArchiveDevice = {
  readonly name: string;
  /** What it is, in words. */
  readonly type: string;
  readonly notes: string | null;
  readonly model: {
    readonly name: string;
    readonly description: string | null;
    readonly supplier: string | null;
  } | null;
};

/** The laboratory that a session comes from. */
export type ArchiveLaboratory = {
  readonly id: string;
  readonly group: string;
  readonly institution: string;
  readonly department: string | null;
};

/** What archives ask of a session. `date_time` is an ISO instant in UTC. */
export type ArchiveSession = {
  readonly id: string;
  readonly name: string;
  readonly date_time: string | null;
  readonly description: string | null;
  readonly experimenter: string | null;
  /** The account of whom the text names, where it is linked. */
  readonly experimenter_user: { readonly first_name: string; readonly last_name: string } | null;
  readonly tags: readonly string[];
  readonly laboratory: ArchiveLaboratory | null;
  /** Permits of the work, each in words. */
  readonly licenses: readonly string[];
  readonly publications: readonly { readonly title: string; readonly doi: string | null }[];
  readonly subjects: readonly RecordedSubject[];
  readonly devices: readonly ArchiveDevice[];
};

/** Where a value is put right: a record of the portal and its field. */
export type Place = {
  readonly model: 'session' | 'subject' | 'species' | 'laboratory';
  readonly id: string;
  readonly field: string;
};

/**
 * Something that an archive asks for and does not get as it wants it. An `error` is refused or misread there, a
 * `warning` is taken but changed or complained about.
 */
export type Finding = {
  /** The key of the NWB file, such as `Subject.species`. */
  readonly key: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Null where nothing of the portal is to be changed. */
  readonly place: Place | null;
};
