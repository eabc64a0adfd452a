import { emailOf, groupLevels, userLevels, type UserKey } from './people';

type Project = { key: string; created_by: UserKey; name: string; description: string; [field: string]: unknown };

/** Five projects: every level through users and through groups, one of another laboratory, one public. */
export const projects = [
  {
    key: 'project:whisker',
    created_by: 'user:amara',
    name: 'Whisker decisions',
    description:
      '<p>How barrel cortex turns touch into a choice: Neuropixels recordings, video of whiskers and pupil, and optogenetic silencing in a two-choice task run by Bpod.</p><p>Every session goes to the video pipeline; check <strong>Recording files</strong> before you export.</p>',
    users: userLevels({ amara: 'owner', meiling: 'manager', arjun: 'member' }),
    groups: groupLevels({ okafor: 'contributor', imaging: 'member' }),
    is_public: false,
    tags: ['neuropixels', 'optogenetics', 'bpod'],
    name_used_in_storage: 'whisker-decisions',
    extra_fields: { grant: 'NBU-2025-114', animal_protocol: 'AP-0312' },
    publications: ['publication:touch'],
    download_links: [],
    user_roles: [
      { user: emailOf('amara'), role: 'Supervisor' },
      { user: emailOf('meiling'), role: 'Project leader' },
      { user: emailOf('sofia'), role: 'Data collector' },
    ],
  },
  {
    key: 'project:sequences',
    created_by: 'user:lukas',
    name: 'Hippocampal sequences',
    description:
      '<p>Replay of place-cell sequences in CA1 before and after running on a linear track, in rats with tetrodes and mice with silicon probes. Open to everyone.</p>',
    users: userLevels({ lukas: 'owner', amara: 'owner', farida: 'member' }),
    groups: groupLevels({ okafor: 'contributor' }),
    is_public: true,
    tags: ['hippocampus', 'sleep', 'open data'],
    name_used_in_storage: 'hippocampal-sequences',
    extra_fields: { animal_protocol: 'AP-0288' },
    publications: ['publication:replay'],
    download_links: [{ repository: 'Other', url: 'https://data.example.org/hippocampal-sequences' }],
    user_roles: [{ user: emailOf('lukas'), role: 'Contact person' }],
  },
  {
    key: 'project:dopamine',
    created_by: 'user:amara',
    name: 'Dopamine in changing odds',
    description:
      '<p>Dopamine release in the nucleus accumbens while mice choose between two ports whose odds change without notice.</p>',
    users: userLevels({ amara: 'owner', arjun: 'manager', lukas: 'contributor' }),
    groups: groupLevels({ okafor: 'contributor' }),
    is_public: false,
    tags: ['photometry', 'reward'],
    name_used_in_storage: 'dopamine-odds',
    extra_fields: {},
    download_links: [],
    user_roles: [{ user: emailOf('arjun'), role: 'Project leader' }],
  },
  {
    key: 'project:context',
    created_by: 'user:farida',
    name: 'Visual context in frontal cortex',
    description:
      '<p>Two-photon imaging of frontal and visual cortex in virtual corridors; a project of both laboratories at the imaging facility.</p>',
    users: userLevels({ farida: 'owner', amara: 'owner', meiling: 'contributor' }),
    groups: groupLevels({ okafor: 'contributor', haidari: 'contributor', imaging: 'manager' }),
    is_public: false,
    tags: ['two-photon', 'virtual reality'],
    name_used_in_storage: 'visual-context',
    extra_fields: { scanner: 'Bay 2' },
    download_links: [],
    user_roles: [],
  },
  {
    key: 'project:adaptation',
    created_by: 'user:farida',
    name: 'Adaptation in auditory cortex',
    description: '<p>Responses to rare and frequent tones along the layers of auditory cortex.</p>',
    users: userLevels({ farida: 'owner' }),
    groups: groupLevels({ haidari: 'owner' }),
    is_public: false,
    tags: ['auditory'],
    name_used_in_storage: 'adaptation',
    extra_fields: {},
    download_links: [],
    user_roles: [],
  },
] satisfies Project[];

export type ProjectKey = (typeof projects)[number]['key'];
