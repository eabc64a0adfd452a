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
import type { Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { modelAtPath, modelNamed } from '@/lib/models';
import { mailOrigin } from '@/lib/server/auth/request-origin';
import { getViewer } from '@/lib/server/auth/viewer';
import { cancelInvitation } from '@/lib/server/operations/answer-invitation';
import { invite } from '@/lib/server/operations/invite';
import { listRecords } from '@/lib/server/operations/list';
import { leave } from '@/lib/server/operations/leave';
import { publicationOf, setLevel } from '@/lib/server/operations/membership';
import { shareWithGroup } from '@/lib/server/operations/share-with-group';
import { updateRecord } from '@/lib/server/operations/update';
import { ownGroups } from '@/lib/server/queries/own-groups';
import { headers } from 'next/headers';
import { answer } from '../../answer';

function modelAt(path: string): Model {
  const model = modelAtPath(String(path));
  if (!model) throw new AppError('not_found');
  return model;
}

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
    const to = holder.to === 'group' ? 'group' : 'user';
    const given = level === null ? null : levelGiven(level);
    await setLevel(viewer, modelAt(path), id, { to, key: String(holder.key) }, given);
    return done;
  });
}

/** Gives up one's own place. */
export async function leaveRecord(path: string, id: string): Promise<AccessAnswer<{ level: Level | null }>> {
  return answer(async (viewer) => ({ ok: true as const, ...(await leave(viewer, modelAt(path), id)) }));
}

/** Invites a person into a group or project. */
export async function invitePerson(
  path: string,
  id: string,
  { email, level, message }: InvitationDraft,
): Promise<AccessAnswer<{ email: string; isKnown: boolean }>> {
  return answer(async (viewer) => {
    const draft = { email: String(email), level: levelGiven(level), message: String(message) };
    const origin = mailOrigin(await headers());
    const sent = await invite(viewer, modelAt(path), id, draft, { origin });
    return { ok: true as const, email: sent.email, isKnown: sent.isKnown };
  });
}

/** Shares a project with a group: at once with one's own, by an invitation with any other. */
export async function addOrInviteGroup(
  path: string,
  id: string,
  { group, level, message }: GroupDraft,
): Promise<AccessAnswer<{ isAdded: boolean }>> {
  return answer(async (viewer) => {
    const draft = { group: Number(group), level: levelGiven(level), message: String(message) };
    const { isAdded } = await shareWithGroup(viewer, modelAt(path), id, draft);
    return { ok: true as const, isAdded };
  });
}

/** Takes an invitation back. */
export async function withdrawInvitation(id: string): Promise<AccessAnswer> {
  return answer(async (viewer) => {
    await cancelInvitation(viewer, String(id));
    return done;
  });
}

/** Makes a record public or private. */
export async function changeVisibility(path: string, id: string, isPublic: boolean): Promise<AccessAnswer> {
  return answer(async (viewer) => {
    await updateRecord(viewer, modelAt(path), id, { is_public: isPublic === true });
    return done;
  });
}

/** What a project would show. */
export async function readPublication(id: string): Promise<AccessAnswer<{ counts: Publication }>> {
  return answer(async (viewer) => ({ ok: true as const, counts: await publicationOf(viewer, id) }));
}

/** People who are here, by their e-mail addresses. */
export async function findPeople(query: string): Promise<Option[]> {
  return find('user', query, ({ email, first_name, last_name }) => ({
    value: String(email),
    label: `${first_name} ${last_name}`.trim() || String(email),
    description: String(email),
  }));
}

/** Groups by name. */
export async function findGroups(query: string): Promise<Option[]> {
  return find('group', query, ({ name }) => ({ value: String(name), label: String(name) }));
}

/** Groups by name, those that join at once first. */
export async function findGroupsToShare(query: string): Promise<GroupOption[]> {
  const viewer = await getViewer();
  if (!viewer) throw new AppError('not_signed_in');
  const own = await ownGroups(viewer);
  const groups = await find('group', query, ({ id, name }) => ({ value: String(id), label: String(name) }));
  const options = groups.map(({ value, label }) => ({ value, label, isOwn: own.has(Number(value)) }));
  return options.sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
}

async function find(
  name: 'user' | 'group',
  query: string,
  optionOf: (record: Readonly<Record<string, unknown>>) => Option,
): Promise<Option[]> {
  const viewer = await getViewer();
  if (!viewer) throw new AppError('not_signed_in');
  const search = String(query).slice(0, 200);
  const { records } = await listRecords(
    viewer,
    modelNamed(name),
    { filters: [], search, sort: [], limit: 20, offset: 0 },
    'none',
  );
  return records.map(optionOf);
}
