import type { Calendar } from './calendar';
import type { UserKey } from './people';

/** Animals that are studied together. */
export const cohorts = [
  {
    key: 'cohort:whisker',
    created_by: 'user:meiling',
    project: 'project:whisker',
    name: 'Whisker mice, spring',
    description: '<p>Trained together; M073 is the control without Cre.</p>',
    subjects: ['subject:M071', 'subject:M072', 'subject:M073'],
    tags: ['probe'],
  },
  {
    key: 'cohort:whisker-next',
    created_by: 'user:meiling',
    project: 'project:whisker',
    name: 'Whisker mice, next',
    description: '',
    subjects: ['subject:M074', 'subject:M075', 'subject:M076'],
    tags: [],
  },
  {
    key: 'cohort:photometry',
    created_by: 'user:arjun',
    project: 'project:dopamine',
    name: 'Photometry mice',
    description: '',
    subjects: ['subject:M081', 'subject:M082', 'subject:M083'],
    tags: ['photometry'],
  },
  {
    key: 'cohort:tetrodes',
    created_by: 'user:lukas',
    project: 'project:sequences',
    name: 'Rats with tetrodes',
    description: '',
    subjects: ['subject:R021', 'subject:R022'],
    tags: [],
  },
] satisfies { key: string; created_by: UserKey; [field: string]: unknown }[];

/** A pair with a litter, and one that was put together two weeks ago. */
export const breedings = (days: Calendar) => {
  const pair = {
    created_by: 'user:ingrid' satisfies UserKey,
    project: 'project:whisker',
    mother: 'subject:B031',
    father: 'subject:B018',
    expected_genotype: 'Half Pvalb-Cre/+; Ai32/+',
    tags: [],
  };
  return [
    {
      ...pair,
      key: 'breeding:ai32',
      name: 'PV x Ai32, litter 9',
      description: '<p>Three pups went to the whisker project.</p>',
      start_date: days.daysAgo(83),
      birth_date: days.daysAgo(61),
      weaning_date: days.daysAgo(39),
      end_date: days.daysAgo(61),
      litter_size: 7,
    },
    {
      ...pair,
      key: 'breeding:ai32-next',
      name: 'PV x Ai32, litter 10',
      description: '',
      start_date: days.daysAgo(14),
      birth_date: null,
      weaning_date: null,
      end_date: null,
      litter_size: null,
    },
  ];
};

type Recorded = {
  readonly key: string;
  readonly name: string;
  readonly projects: readonly string[];
  readonly tags: readonly string[];
};

/** Sessions that belong together: of a figure, of a paper. */
export function collections(sessions: readonly Recorded[]) {
  const of = (project: string, belongs: (session: Recorded) => boolean) =>
    sessions.filter((session) => session.projects.includes(project) && belongs(session)).map(({ key }) => key);
  return [
    {
      key: 'collection:silencing',
      created_by: 'user:meiling' satisfies UserKey,
      project: 'project:whisker',
      name: 'Figure 3: silencing',
      description: '<p>All sessions with silencing and a stable probe.</p>',
      sessions: of('project:whisker', ({ tags }) => tags.includes('silencing')).slice(0, 10),
      tags: ['figure'],
    },
    {
      key: 'collection:learning',
      created_by: 'user:sofia' satisfies UserKey,
      project: 'project:whisker',
      name: 'Learning curves',
      description: '',
      sessions: of('project:whisker', ({ tags }) => tags.includes('training')).slice(0, 12),
      tags: [],
    },
    {
      key: 'collection:replay',
      created_by: 'user:lukas' satisfies UserKey,
      project: 'project:sequences',
      name: 'Replay preprint',
      description: '<p>The data behind the preprint; open to everyone.</p>',
      sessions: of('project:sequences', ({ name }) => name.startsWith('R')).slice(0, 12),
      tags: ['open data'],
    },
  ];
}
