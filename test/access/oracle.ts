/**
 * Who may do what, read from permissions.md by brute force: loops over plain arrays, no SQL, and nothing of
 * lib/server/access.ts. It is slow and obvious on purpose; the tests compare the product with it.
 */

export type Fact = {
  readonly id: string;
  readonly model: string;
  readonly isDeleted: boolean;
  readonly isPublic: boolean;
  /** Of catalogue entries: approved, pending or rejected. */
  readonly approval: string | null;
  readonly author: string | null;
  /** The id on the wire. */
  readonly wire: string | number;
};

export type Facts = {
  readonly superusers: ReadonlySet<string>;
  readonly records: ReadonlyMap<string, Fact>;
  readonly memberships: readonly { group: string; user: string; level: number }[];
  readonly grants: readonly { record: string; user: string | null; group: string | null; level: number }[];
  readonly links: readonly { from: string; field: string; to: string }[];
};

/** Someone at one portal. `user` is null for nobody in particular, which is everybody on the public portal. */
export type Asker = { readonly portal: 'private' | 'public' | 'super'; readonly user: string | null };

const [member, contributor, manager, owner] = [1, 2, 3, 4];

/** Where the right to a record comes from (permissions, "Inheritance"). */
type Source =
  | 'own list'
  | 'catalogue'
  | 'directory'
  /** Reading needs what `and` points at, too. */
  | { readonly parent: string; readonly and?: string }
  /** Concerns the person of one field and the managers of what others point at. */
  | { readonly self: string; readonly managers: readonly string[] };

const proposal: Source = { self: 'author', managers: [] };
export const sourceOf: Readonly<Record<string, Source>> = {
  project: 'own list',
  setup: 'own list',
  behavioralassay: 'own list',
  datastorage: 'own list',
  inventory: 'own list',
  license: 'own list',
  protocol: 'own list',
  cohort: { parent: 'project' },
  collection: { parent: 'project' },
  breeding: { parent: 'project' },
  subjectlog: { parent: 'subject' },
  procedurelog: { parent: 'procedure' },
  consumablestock: { parent: 'inventory' },
  sessiondatastorage: { parent: 'session', and: 'datastorage' },
  supplier: 'catalogue',
  consumable: 'catalogue',
  hardwaredevice: 'catalogue',
  regulatoryauthority: 'catalogue',
  journal: 'catalogue',
  publication: 'catalogue',
  projectmembershipinvitation: { self: 'invitee', managers: ['project'] },
  projectgroupmembershipinvitation: { self: '', managers: ['invitee', 'project'] },
  groupmembershipinvitation: { self: 'user_account_invitation', managers: ['authgroup'] },
  groupmembershiprequest: { self: 'user_account_request', managers: ['authgroup'] },
  ...Object.fromEntries(
    [
      'species',
      'strain',
      'setuptype',
      'behavioralcategory',
      'behavioralparadigm',
      'supplier',
      'consumable',
      'hardwaredevice',
      'regulatoryauthority',
      'journal',
      'publication',
    ].map((name) => [`${name}approval`, proposal]),
  ),
  subject: { parent: 'projects' },
  session: { parent: 'projects' },
  procedure: { parent: 'subject' },
  sessionsubject: { parent: 'session' },
  recordingfiles: { parent: 'session' },
  epoch: { parent: 'session' },
  behavior: { parent: 'session' },
  dataacquisition: { parent: 'session' },
  manipulation: { parent: 'session' },
  equipment: { parent: 'setup' },
  species: 'catalogue',
  strain: 'catalogue',
  setuptype: 'catalogue',
  behavioralcategory: 'catalogue',
  behavioralparadigm: 'catalogue',
  brainregion: 'catalogue',
  user: 'directory',
  group: 'directory',
  laboratory: 'directory',
};

/** Whether the public portal has nothing of the kind. */
export const isOffPublic = (model: string): boolean => {
  const source = sourceOf[model];
  return source === 'directory' || (typeof source === 'object' && 'self' in source);
};

/** The records that a field of a record points at, unless they are deleted. */
const targetsOf = (facts: Facts, record: Fact, name: string): Fact[] =>
  facts.links
    .filter(({ from, field }) => from === record.id && field === name)
    .flatMap(({ to }) => facts.records.get(to) ?? [])
    .filter(({ isDeleted }) => !isDeleted);

function concerns(
  facts: Facts,
  user: string,
  record: Fact,
  { self, managers }: { readonly self: string; readonly managers: readonly string[] },
): boolean {
  if (self === 'author' && record.author === user) return true;
  if (targetsOf(facts, record, self).some(({ id }) => id === user)) return true;
  return managers
    .flatMap((field) => targetsOf(facts, record, field))
    .some(
      (target) => (target.model === 'group' ? roleIn(facts, user, target.id) : levelOn(facts, user, target)) >= manager,
    );
}

const inCharge = ({ superusers }: Facts, { user }: Asker) => user !== null && superusers.has(user);

/** The records one level up that are not deleted. */
export function parentsOf(facts: Facts, record: Fact): Fact[] {
  const source = sourceOf[record.model];
  if (typeof source !== 'object' || !('parent' in source)) return [];
  return facts.links
    .filter(({ from, field }) => from === record.id && field === source.parent)
    .flatMap(({ to }) => facts.records.get(to) ?? [])
    .filter(({ isDeleted }) => !isDeleted);
}

/** The level on a project or attribute: the highest of the direct grant and those of all groups one is in. */
export function levelOn(facts: Facts, user: string, record: Fact): number {
  if (record.isDeleted) return 0;
  let highest = 0;
  for (const grant of facts.grants) {
    if (grant.record !== record.id) continue;
    const group = grant.group === null ? undefined : facts.records.get(grant.group);
    const isTheirs =
      grant.user === user ||
      (group !== undefined &&
        !group.isDeleted &&
        facts.memberships.some((one) => one.group === group.id && one.user === user));
    if (isTheirs) highest = Math.max(highest, grant.level);
  }
  return highest;
}

/** The role in a group; it concerns the group alone. */
export const roleIn = (facts: Facts, user: string, group: string): number =>
  facts.memberships.find((one) => one.group === group && one.user === user)?.level ?? 0;

/** The highest level on what a record hangs on, itself included. */
function levelAbove(facts: Facts, user: string, record: Fact): number {
  if (record.isDeleted) return 0;
  if (sourceOf[record.model] === 'own list') return levelOn(facts, user, record);
  return Math.max(0, ...parentsOf(facts, record).map((parent) => levelAbove(facts, user, parent)));
}

function isPublished(facts: Facts, record: Fact): boolean {
  if (record.isDeleted) return false;
  if (sourceOf[record.model] === 'own list') return record.isPublic;
  if (sourceOf[record.model] === 'catalogue') return record.approval === 'approved';
  return parentsOf(facts, record).some((parent) => isPublished(facts, parent));
}

export function reads(facts: Facts, asker: Asker, record: Fact): boolean {
  const source = sourceOf[record.model];
  const and = typeof source === 'object' && 'parent' in source ? source.and : undefined;
  if (and && !targetsOf(facts, record, and).some((target) => reads(facts, asker, target))) return false;
  return readsByItself(facts, asker, record);
}

function readsByItself(facts: Facts, asker: Asker, record: Fact): boolean {
  if (record.isDeleted) return false;
  if (asker.portal === 'public') return !isOffPublic(record.model) && isPublished(facts, record);
  if (asker.user === null) return false;
  if (inCharge(facts, asker)) return true;
  if (asker.portal === 'super') return false;
  const source = sourceOf[record.model];
  if (source === 'directory') return true;
  if (source === 'catalogue') return record.approval === 'approved' || record.author === asker.user;
  if (typeof source === 'object' && 'self' in source) return concerns(facts, asker.user, record, source);
  return levelAbove(facts, asker.user, record) >= member;
}

/** Changing what the record says. In a catalogue this is without a review: others propose. */
export function edits(facts: Facts, asker: Asker, record: Fact): boolean {
  if (asker.portal === 'public' || asker.user === null || !reads(facts, asker, record)) return false;
  if (inCharge(facts, asker)) return true;
  const source = sourceOf[record.model];
  if (source === 'own list') return levelOn(facts, asker.user, record) >= owner;
  if (source === 'catalogue') return record.author === asker.user && record.approval === 'pending';
  if (source === 'directory') return editsDirectory(facts, asker.user, record);
  return levelAbove(facts, asker.user, record) >= contributor;
}

function editsDirectory(facts: Facts, user: string, record: Fact): boolean {
  if (record.model === 'user') return record.id === user;
  const group = record.model === 'group' ? record.id : groupOf(facts, record);
  return group !== undefined && roleIn(facts, user, group) >= owner;
}

const groupOf = (facts: Facts, laboratory: Fact) =>
  facts.links.find(({ from, field }) => from === laboratory.id && field === 'group')?.to;

export function deletes(facts: Facts, asker: Asker, record: Fact): boolean {
  if (!edits(facts, asker, record) || asker.user === null) return false;
  if (inCharge(facts, asker)) return true;
  if (record.model === 'user') return false;
  if (record.model !== 'subject' && record.model !== 'session') return true;
  const user = asker.user;
  return parentsOf(facts, record).every((project) => levelOn(facts, user, project) >= contributor);
}

/** Giving someone who holds `before` on the record the level `after` instead; 0 is none. */
export function grants(facts: Facts, asker: Asker, record: Fact, before: number, after: number): boolean {
  if (asker.portal === 'public' || asker.user === null || !reads(facts, asker, record)) return false;
  if (inCharge(facts, asker)) return true;
  const isGroup = record.model === 'group';
  const mine = isGroup ? roleIn(facts, asker.user, record.id) : levelOn(facts, asker.user, record);
  return mine >= (Math.max(before, after) > (isGroup ? member : contributor) ? owner : manager);
}

/** Whether one may hang something new under all of these; without parents, whether one may create the model at all. */
export function creates(facts: Facts, asker: Asker, model: string, parents: readonly Fact[]): boolean {
  if (asker.portal === 'public' || asker.user === null || model === 'user') return false;
  if (inCharge(facts, asker)) return true;
  if (asker.portal === 'super' || model === 'brainregion') return false;
  const user = asker.user;
  if (model === 'laboratory') return parents.every(({ id }) => roleIn(facts, user, id) >= owner);
  return parents.every((parent) => levelAbove(facts, user, parent) >= contributor);
}

/** Whether the asker is told of a record that they may not read: whoever is invited is told to what. */
export const isTold = (facts: Facts, asker: Asker, record: Fact): boolean =>
  facts.links.some(({ from, field, to }) => {
    const by = facts.records.get(from);
    return (
      to === record.id &&
      field === 'project' &&
      by?.model.endsWith('membershipinvitation') === true &&
      reads(facts, asker, by)
    );
  });

/** Records of a relation that the asker may see. */
export const seen = (facts: Facts, asker: Asker, ids: readonly string[]): Fact[] =>
  ids.flatMap((id) => facts.records.get(id) ?? []).filter((record) => reads(facts, asker, record));
