import type { Level } from '@/lib/declare/levels';

/** The people. Everything else names them by the key. */
export const people = {
  amara: { first_name: 'Amara', last_name: 'Okafor', role: 'Principal investigator' },
  lukas: { first_name: 'Lukas', last_name: 'Brandt', role: 'Postdoc' },
  meiling: { first_name: 'Mei-Ling', last_name: 'Chen', role: 'Postdoc' },
  sofia: { first_name: 'Sofía', last_name: 'Herrera', role: 'PhD student' },
  arjun: { first_name: 'Arjun', last_name: 'Nair', role: 'PhD student' },
  ingrid: { first_name: 'Ingrid', last_name: 'Solberg', role: 'Technician' },
  farida: { first_name: 'Farida', last_name: 'Haidari', role: 'Principal investigator of another laboratory' },
};
export type Person = keyof typeof people;
export type UserKey = `user:${Person}`;

/** Address of a person, which is also their key in access lists. */
export const emailOf = (person: Person): string => {
  const { first_name, last_name } = people[person];
  const plain = (name: string) =>
    name
      .normalize('NFD')
      .replaceAll(/[^A-Za-z-]/g, '')
      .toLowerCase();
  return `${plain(first_name)}.${plain(last_name)}@example.org`;
};

/** Name of a person as an experimenter. */
export const nameOf = (person: Person): string => `${people[person].first_name} ${people[person].last_name}`;

export const groupNames = { okafor: 'Okafor Lab', haidari: 'Haidari Lab', imaging: 'Imaging Facility' };
export type GroupName = keyof typeof groupNames;
export type GroupKey = `group:${GroupName}`;

type Flags = { can_change: boolean; is_manager: boolean; is_owner: boolean };
const flags = (level: Level): Flags => ({
  can_change: level !== 'member',
  is_manager: level === 'manager' || level === 'owner',
  is_owner: level === 'owner',
});

/** Access list of users on the wire: by e-mail address. */
export const userLevels = (levels: Partial<Record<Person, Level>>): Record<string, Flags> =>
  Object.fromEntries(
    personKeys.flatMap((person) => (levels[person] ? [[emailOf(person), flags(levels[person])]] : [])),
  );

/** Access list of groups on the wire: by name. */
export const groupLevels = (levels: Partial<Record<GroupName, Level>>): Record<string, Flags> =>
  Object.fromEntries(groupKeys.flatMap((group) => (levels[group] ? [[groupNames[group], flags(levels[group])]] : [])));

const isPerson = (key: string): key is Person => Object.hasOwn(people, key);
const isGroup = (key: string): key is GroupName => Object.hasOwn(groupNames, key);
const personKeys = Object.keys(people).filter(isPerson);
const groupKeys = Object.keys(groupNames).filter(isGroup);

export const users = personKeys.map((person) => ({
  key: `user:${person}` satisfies UserKey,
  email: emailOf(person),
  first_name: people[person].first_name,
  last_name: people[person].last_name,
  // The technician also looks after the instance, so that the access of the others shows as it is.
  is_superuser: person === 'ingrid',
}));

const members = (roles: Partial<Record<Person, 'member' | 'manager' | 'owner'>>) =>
  Object.fromEntries(
    personKeys.flatMap((person) =>
      roles[person]
        ? [[emailOf(person), { is_manager: roles[person] !== 'member', is_owner: roles[person] === 'owner' }]]
        : [],
    ),
  );

export const groups = [
  {
    key: 'group:okafor',
    created_by: 'user:amara',
    name: groupNames.okafor,
    users: members({
      amara: 'owner',
      ingrid: 'manager',
      lukas: 'manager',
      meiling: 'member',
      sofia: 'member',
      arjun: 'member',
    }),
  },
  {
    key: 'group:haidari',
    created_by: 'user:farida',
    name: groupNames.haidari,
    users: members({ farida: 'owner', sofia: 'member' }),
  },
  {
    key: 'group:imaging',
    created_by: 'user:ingrid',
    name: groupNames.imaging,
    users: members({ ingrid: 'owner', meiling: 'manager', farida: 'member' }),
  },
] satisfies { key: GroupKey; created_by: UserKey; name: string; users: object }[];

export const laboratories = [
  {
    key: 'laboratory:okafor',
    created_by: 'user:amara',
    group: 'group:okafor',
    principal_investigators: ['user:amara'],
    description: 'Circuits of touch, memory and reward in mice and rats.',
    website: 'https://okafor.example.org',
    department: 'Department of Neuroscience',
    institution: 'Northbridge University',
    city: 'Northbridge',
    country: 'Norway',
  },
  {
    key: 'laboratory:haidari',
    created_by: 'user:farida',
    group: 'group:haidari',
    principal_investigators: ['user:farida'],
    description: 'Hearing and vision from cortex to behavior.',
    website: 'https://haidari.example.org',
    department: 'Institute of Sensory Systems',
    institution: 'Northbridge University',
    city: 'Northbridge',
    country: 'Norway',
  },
] satisfies {
  key: string;
  created_by: UserKey;
  group: GroupKey;
  principal_investigators: UserKey[];
  [field: string]: unknown;
}[];
