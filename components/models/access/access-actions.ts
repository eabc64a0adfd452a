import type { Publication } from '@/lib/declare/access-list';
import type { Level } from '@/lib/declare/levels';
import type { Problem } from '@/lib/declare/problem';
import type { Option } from '../../ui/option';

/** What a change of an access list answers. */
export type AccessAnswer<T = object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly message: string; readonly problems: readonly Problem[] };

/** Someone on an access list: a person by e-mail address, a group by name. */
export type Holder = { readonly to: 'user' | 'group'; readonly key: string };

export type InvitationDraft = { readonly email: string; readonly level: Level; readonly message: string };

/** A group to share with; one's own joins at once. `value` is its number. */
export type GroupOption = Option & { readonly isOwn?: boolean };
export type GroupDraft = { readonly group: number; readonly level: Level; readonly message: string };

/** The server actions behind an access list, bound to its record. */
export type AccessActions = {
  /** Gives or changes a level; null takes it away. */
  setLevel(holder: Holder, level: Level | null): Promise<AccessAnswer>;
  leave(): Promise<AccessAnswer<{ level: Level | null }>>;
  invite(draft: InvitationDraft): Promise<AccessAnswer<{ email: string; isKnown: boolean }>>;
  cancelInvitation(id: string): Promise<AccessAnswer>;
  setPublic(isPublic: boolean): Promise<AccessAnswer>;
  publication(): Promise<AccessAnswer<{ counts: Publication }>>;
  findPeople(query: string): Promise<Option[]>;
  findGroups(query: string): Promise<Option[]>;
  /** Of projects: adds one's own group, invites any other. */
  shareWithGroup(draft: GroupDraft): Promise<AccessAnswer<{ isAdded: boolean }>>;
  findGroupsToShare(query: string): Promise<GroupOption[]>;
};

/** The server actions behind open invitations and requests. */
export type AnswerActions = {
  accept(id: string): Promise<AccessAnswer<{ href: string }>>;
  reject(id: string): Promise<AccessAnswer>;
  cancel(id: string): Promise<AccessAnswer>;
};

/** What the parts of an access list need to know of its record. */
export type AccessContext = {
  /** The model's name, and what people call it: "project". */
  readonly model: string;
  readonly what: string;
  /** The list that the record is in, where one goes after leaving it. */
  readonly listHref: string;
  /** The user's number of whoever looks at it. */
  readonly me: number;
  readonly levels: readonly Level[];
  /** Those that the viewer may give, take away or change. */
  readonly settable: readonly Level[];
  readonly zone: string;
  /** Whether mail leaves the server. */
  readonly isMailSent: boolean;
  readonly actions: AccessActions;
};
