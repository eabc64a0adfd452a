import { levelNumber, type Level } from './levels';

/** Access lists as pages show them: plain data that operations answer and components read. */

type Named = { readonly id: number; readonly name: string };
type Titled = { readonly id: string; readonly title: string };

/** One way in which a person has access. */
export type AccessSource = {
  readonly level: Level;
  /** The group that the level was given to; null when it was given to the person. */
  readonly group: Named | null;
  /** The project through which it comes, where it is not the record itself. */
  readonly record: Titled | null;
};

/** A person with their effective level, the highest of its sources. `id` is the user's number. */
export type PersonWithAccess = {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly level: Level;
  readonly sources: readonly AccessSource[];
};

export type GroupWithAccess = Named & {
  readonly level: Level;
  /** How many people it reaches. */
  readonly members: number;
};

/** The access list of a project, personal attribute or group. */
export type AccessList = {
  readonly id: string | number;
  readonly title: string;
  readonly is_public: boolean;
  /** The viewer's own level; administrators have them all. */
  readonly level: Level | null;
  /** What the viewer may do with the list: up to `highestOfManagers`, or all of it. */
  readonly manage: boolean;
  readonly own: boolean;
  readonly people: readonly PersonWithAccess[];
  readonly groups: readonly GroupWithAccess[];
};

/** Who sees a session or a subject, through those of its projects that the viewer may read. */
export type WhoSees = {
  readonly id: string;
  readonly title: string;
  readonly parents: readonly (Titled & { readonly is_public: boolean; readonly level: Level | null })[];
  readonly people: readonly PersonWithAccess[];
};

/** An open invitation as those who handle it read it. Instants are ISO texts. */
export type SentInvitation = {
  readonly id: string;
  /** Empty where a group is invited. */
  readonly email: string;
  /** The name of the invited group, or null. */
  readonly group: string | null;
  readonly level: Level;
  readonly message: string;
  readonly inviter: string;
  readonly created_at: string;
  readonly expires_at: string;
  /** Whether the address belongs to someone by now. */
  readonly is_known: boolean;
};

/** An open invitation or request to join, as whoever answers it or has sent it reads it. Instants are ISO texts. */
export type OpenInvitation = {
  readonly id: string;
  /** `request`: the inviter asks to join. */
  readonly kind: 'invitation' | 'request';
  readonly model: 'group' | 'project';
  /** The name of the group or project. */
  readonly title: string;
  /** The page of what it leads into; null where that is seen only afterwards. */
  readonly href: string | null;
  /** The name of the group that is invited in place of a person, or null. */
  readonly group: string | null;
  readonly level: Level;
  readonly message: string;
  readonly inviter: string;
  readonly inviter_email: string;
  /** The viewer has sent it. */
  readonly is_mine: boolean;
  readonly created_at: string;
  readonly expires_at: string;
};

/** How much a project makes visible when it becomes public, and how much of what it uses stays private. */
export type Publication = Readonly<
  Record<'subjects' | 'sessions' | 'procedures' | 'modules' | 'epochs' | 'setups' | 'assays' | 'storages', number>
>;

/** What was given to a person directly, or null. */
export const directLevel = (person: PersonWithAccess): Level | null =>
  person.sources.find(({ group }) => group === null)?.level ?? null;

/** How many entries of the list are owners; the last one stays. */
export const ownersOf = ({ people, groups }: Pick<AccessList, 'people' | 'groups'>): number =>
  people.filter((person) => directLevel(person) === 'owner').length +
  groups.filter(({ level }) => level === 'owner').length;

/** Whether that user is on the list directly, and not as its last owner. */
export function mayLeave(list: Pick<AccessList, 'people' | 'groups'>, user: number): boolean {
  const mine = list.people.find(({ id }) => id === user);
  const level = mine ? directLevel(mine) : null;
  return level !== null && !(level === 'owner' && ownersOf(list) === 1);
}

/** The highest level that managers give and take away; above it only owners decide (permissions, "Levels"). */
export const highestOfManagers = (model: string): Level => (model === 'group' ? 'member' : 'contributor');

/** The levels among `among` that somebody with these rights may give, take away or change. */
export function settableLevels(
  model: string,
  among: readonly Level[],
  rights: { readonly manage: boolean; readonly own: boolean },
): readonly Level[] {
  if (rights.own) return among;
  const highest = levelNumber(highestOfManagers(model));
  return rights.manage ? among.filter((level) => levelNumber(level) <= highest) : [];
}
