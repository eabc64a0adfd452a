'use server';

import type {
  AccessAnswer,
  GroupDraft,
  GroupOption,
  Holder,
  InvitationDraft,
} from '@/components/models/access/access-actions';
import type { Option } from '@/components/ui/option';
import type { Publication } from '@/lib/declare/access-list';
import { levels, type Level } from '@/lib/declare/levels';
import { modelNamed } from '@/lib/models';
import { mailOrigin } from '@/lib/server/auth/request-origin';
import { cancelInvitation } from '@/lib/server/operations/answer-invitation';
import { invite } from '@/lib/server/operations/invite';
import { listRecords } from '@/lib/server/operations/list';
import { leave } from '@/lib/server/operations/leave';
import { publicationOf, setLevel } from '@/lib/server/operations/membership';
import { shareWithGroup } from '@/lib/server/operations/share-with-group';
import { updateRecord } from '@/lib/server/operations/update';
import { ownGroups } from '@/lib/server/queries/own-groups';
import type { UserViewer } from '@/lib/server/viewer';
import { headers } from 'next/headers';
import { answer, offered } from '../../answer';
import { modelAt, textIn, valuesIn, wordsIn } from '../../target';

const levelGiven = (given: unknown): Level => levels.find((level) => level === given) ?? 'member';
const done = { ok: true as const };

/** Gives, changes or takes away (null) a level. */
export async function changeLevel(
  path: string,
  id: string,
  holder: Holder,
  level: Level | null,
): Promise<AccessAnswer> {
  return answer(async (viewer) => {
    const { to: kind, key } = valuesIn(holder);
    const to = kind === 'group' ? 'group' : 'user';
    const given = level === null ? null : levelGiven(level);
    await setLevel(viewer, modelAt(path), textIn(id), { to, key: textIn(key) }, given);
    return done;
  });
}

/** Gives up one's own place. */
export async function leaveRecord(path: string, id: string): Promise<AccessAnswer<{ level: Level | null }>> {
  return answer(async (viewer) => ({ ok: true as const, ...(await leave(viewer, modelAt(path), textIn(id))) }));
}

/** Invites a person into a group or project. */
export async function invitePerson(
  path: string,
  id: string,
  given: InvitationDraft,
): Promise<AccessAnswer<{ email: string; isKnown: boolean }>> {
  return answer(async (viewer) => {
    const { email, level, message } = valuesIn(given);
    const draft = { email: textIn(email), level: levelGiven(level), message: textIn(message) };
    const origin = mailOrigin(await headers());
    const sent = await invite(viewer, modelAt(path), textIn(id), draft, { origin });
    return { ok: true as const, email: sent.email, isKnown: sent.isKnown };
  });
}

/** Shares a project with a group: at once with one's own, by an invitation with any other. */
export async function addOrInviteGroup(
  path: string,
  id: string,
  given: GroupDraft,
): Promise<AccessAnswer<{ isAdded: boolean }>> {
  return answer(async (viewer) => {
    const { group, level, message } = valuesIn(given);
    const draft = {
      group: typeof group === 'number' ? group : Number.NaN,
      level: levelGiven(level),
      message: textIn(message),
    };
    const { isAdded } = await shareWithGroup(viewer, modelAt(path), textIn(id), draft);
    return { ok: true as const, isAdded };
  });
}

/** Takes an invitation back. */
export async function withdrawInvitation(id: string): Promise<AccessAnswer> {
  return answer(async (viewer) => {
    await cancelInvitation(viewer, textIn(id));
    return done;
  });
}

/** Makes a record public or private. */
export async function changeVisibility(path: string, id: string, isPublic: boolean): Promise<AccessAnswer> {
  return answer(async (viewer) => {
    await updateRecord(viewer, modelAt(path), textIn(id), { is_public: isPublic === true });
    return done;
  });
}

/** What a project would show. */
export async function readPublication(id: string): Promise<AccessAnswer<{ counts: Publication }>> {
  return answer(async (viewer) => ({ ok: true as const, counts: await publicationOf(viewer, textIn(id)) }));
}

/** People who are here, by their e-mail addresses. */
export async function findPeople(query: string): Promise<Option[]> {
  return offered((viewer) =>
    find(viewer, 'user', query, ({ email, first_name, last_name }) => ({
      value: String(email),
      label: `${first_name} ${last_name}`.trim() || String(email),
      description: String(email),
    })),
  );
}

/** Groups by name. */
export async function findGroups(query: string): Promise<Option[]> {
  return offered((viewer) =>
    find(viewer, 'group', query, ({ name }) => ({ value: String(name), label: String(name) })),
  );
}

/** Groups by name, those that join at once first. */
export async function findGroupsToShare(query: string): Promise<GroupOption[]> {
  return offered(async (viewer) => {
    const own = await ownGroups(viewer);
    const groups = await find(viewer, 'group', query, ({ id, name }) => ({ value: String(id), label: String(name) }));
    const options = groups.map(({ value, label }) => ({ value, label, isOwn: own.has(Number(value)) }));
    return options.sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
  });
}

async function find(
  viewer: UserViewer,
  name: 'user' | 'group',
  query: string,
  optionOf: (record: Readonly<Record<string, unknown>>) => Option,
): Promise<Option[]> {
  const { records } = await listRecords(
    viewer,
    modelNamed(name),
    { filters: [], search: wordsIn(query), sort: [], limit: 20, offset: 0 },
    'none',
  );
  return records.map(optionOf);
}
