/** A record that a folder is named after. */
export type Named = { readonly id: string; readonly name: string; readonly name_used_in_storage?: string };

/** What the folders of a session are named after. */
export type FolderNames = {
  readonly session: Named;
  readonly projects: readonly Named[];
  readonly subjects: readonly Named[];
  readonly collections: readonly Named[];
  readonly cohorts: readonly Named[];
  /** The year of the onset in the laboratory's zone, or null. */
  readonly year: string | null;
};

/** What is not known for a path, and where it is filled in: a part of the session, or the storage itself. */
export type MissingForPath = {
  readonly message: string;
  readonly at:
    'projects' | 'subjects' | 'collections' | 'cohorts' | 'date_time' | 'data_protocols' | 'data_organization';
};

/** Combinations of folders that are shown; a session with many subjects and projects has more than anyone reads. */
const combinationsShown = 6;

type Level = {
  readonly of: (names: FolderNames) => readonly string[];
  readonly missing: MissingForPath;
};

const folder = ({ name, name_used_in_storage }: Named): string => name_used_in_storage?.trim() || name;

/** The folder levels that a storage can have (`storageOrganizationElements`), and the folders that a session has there. */
const levels: Readonly<Record<string, Level>> = {
  Projects: {
    of: ({ projects }) => projects.map(folder),
    missing: { at: 'projects', message: 'Its project is not known, so the path ends above the project’s folder.' },
  },
  Subjects: {
    of: ({ subjects }) => subjects.map(folder),
    missing: { at: 'subjects', message: 'It has no subject, so the path ends above the subject’s folder.' },
  },
  Collections: {
    of: ({ collections }) => collections.map(folder),
    missing: { at: 'collections', message: 'It is in no collection, so the path ends above the collection’s folder.' },
  },
  Cohorts: {
    of: ({ cohorts }) => cohorts.map(folder),
    missing: { at: 'cohorts', message: 'Its subjects are in no cohort, so the path ends above the cohort’s folder.' },
  },
  Sessions: { of: ({ session }) => [folder(session)], missing: { at: 'projects', message: '' } },
  Years: {
    of: ({ year }) => (year ? [year] : []),
    missing: { at: 'date_time', message: 'It has no date, so the path ends above the year’s folder.' },
  },
};

/** The folders of a session below the root of a storage, one list for each combination of projects, subjects and the like. */
export function foldersOf(
  organization: readonly string[],
  names: FolderNames,
): { readonly folders: readonly (readonly string[])[]; readonly missing: readonly MissingForPath[] } {
  const own = names.session.name_used_in_storage?.trim();
  if (organization.length === 0)
    return {
      folders: [own ? [own] : []],
      missing: [{ at: 'data_organization', message: 'How its folders are organised is not described.' }],
    };
  let combinations: readonly (readonly string[])[] = [[]];
  for (const element of organization) {
    const level = levels[element];
    const here = level?.of(names) ?? [];
    // Nobody knows what comes below a folder that is not known.
    if (level && here.length === 0) return { folders: combinations, missing: [level.missing] };
    if (here.length > 0) combinations = combinations.flatMap((above) => here.map((one) => [...above, one]));
  }
  return { folders: combinations.slice(0, combinationsShown), missing: [] };
}
