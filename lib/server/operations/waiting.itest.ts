import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { modelNamed } from '@/lib/models';
import type { UserViewer } from '@/lib/server/viewer';
import { make } from '@/test/lab';
import { makePerson } from '@/test/people';
import { acceptInvitation, cancelInvitation } from './answer-invitation';
import { getRecord } from './get';
import { sentInvitations } from './invite';
import { requestToJoin } from './join';
import { setLevel } from './membership';
import { shareWithGroup } from './share-with-group';
import { joinRequests, waitingFor } from './waiting';
import { listGrants } from './who-sees';

const group = modelNamed('group');
const project = modelNamed('project');
const code = (wanted: string) => expect.objectContaining({ code: wanted });
const person = async (options?: { isSuperuser: boolean }) => (await makePerson(options)).viewer;

let owner: UserViewer, manager: UserViewer, member: UserViewer, outsider: UserViewer, administrator: UserViewer;
beforeAll(async () => {
  [owner, manager, member, outsider] = await Promise.all([person(), person(), person(), person()]);
  administrator = await person({ isSuperuser: true });
});

/** A group with an owner, a manager and a member. */
async function lab() {
  const { id, name } = await make(owner, 'group', { name: `Lab ${randomUUID()}` });
  await setLevel(owner, group, id, { to: 'user', key: manager.email }, 'manager');
  await setLevel(owner, group, id, { to: 'user', key: member.email }, 'member');
  return { id: Number(id), name: String(name) };
}
const answering = async (viewer: UserViewer, id: string) => {
  const { invitations, requests } = await waitingFor(viewer);
  return [...invitations, ...requests].some((open) => open.id === id);
};

describe('a request to join', () => {
  test('waits for those who manage the group, and is seen by whoever asks', async () => {
    const { id, name } = await lab();
    const asked = await requestToJoin(outsider, id, 'May I?');
    for (const viewer of [owner, manager]) expect(await answering(viewer, asked.id)).toBe(true);
    for (const viewer of [member, outsider, administrator]) expect(await answering(viewer, asked.id)).toBe(false);
    expect((await waitingFor(outsider)).mine).toMatchObject([
      { id: asked.id, kind: 'request', title: name, href: `/groups/${id}`, message: 'May I?', is_mine: true },
    ]);
    expect(await joinRequests(manager, id)).toMatchObject([{ id: asked.id, inviter_email: outsider.email }]);
    // An administrator may answer it on the page of the group.
    expect(await joinRequests(administrator, id)).toHaveLength(1);
    expect(await joinRequests(outsider, id)).toHaveLength(1);
    expect(await joinRequests(member, id)).toEqual([]);
  });

  test('is over once it is accepted or cancelled', async () => {
    const [one, other] = [await lab(), await lab()];
    const accepted = await requestToJoin(outsider, one.id);
    const cancelled = await requestToJoin(outsider, other.id);
    await expect(cancelInvitation(member, cancelled.id)).rejects.toEqual(code('not_found'));
    await cancelInvitation(outsider, cancelled.id);
    await acceptInvitation(manager, accepted.id);
    expect((await waitingFor(outsider)).mine.map(({ id }) => id)).not.toContain(accepted.id);
    expect(await joinRequests(owner, one.id)).toEqual([]);
    expect(await joinRequests(owner, other.id)).toEqual([]);
    const { people } = await listGrants(owner, group, one.id);
    expect(people).toContainEqual(expect.objectContaining({ email: outsider.email, level: 'member' }));
  });
});

describe('sharing a project with a group', () => {
  test('adds one that the viewer is in at once', async () => {
    const { id } = await make(member, 'project', { name: `Project ${randomUUID()}` });
    const { id: number, name } = await lab();
    const draft = { group: number, level: 'contributor', message: '' } as const;
    expect(await shareWithGroup(member, project, id, draft)).toEqual({ isAdded: true, name });
    expect((await listGrants(member, project, id)).groups).toMatchObject([{ name, level: 'contributor' }]);
    expect(await sentInvitations(member, project, id)).toEqual([]);
  });

  test('invites any other, and its managers answer for all its members', async () => {
    const { id, name: title } = await make(outsider, 'project', { name: `Project ${randomUUID()}` });
    const { id: number, name } = await lab();
    const draft = { group: number, level: 'member', message: 'Have a look.' } as const;
    expect(await shareWithGroup(outsider, project, id, draft)).toEqual({ isAdded: false, name });
    expect((await listGrants(outsider, project, id)).groups).toEqual([]);
    const [sent] = await sentInvitations(outsider, project, id);
    expect(sent).toMatchObject({ group: name, email: '', level: 'member' });
    const invitation = sent?.id ?? '';
    expect((await waitingFor(manager)).invitations).toContainEqual(
      expect.objectContaining({ id: invitation, title, group: name, href: null, message: 'Have a look.' }),
    );
    expect(await answering(member, invitation)).toBe(false);
    expect(await answering(administrator, invitation)).toBe(false);
    await expect(getRecord(member, project, id)).rejects.toEqual(code('not_found'));
    await acceptInvitation(manager, invitation);
    expect(await getRecord(member, project, id)).toMatchObject({ id });
    await expect(shareWithGroup(outsider, project, id, draft)).rejects.toThrow(/on the access list already, as member/);
  });

  test('is for managers of the project alone, and names what is wrong', async () => {
    const { id } = await make(outsider, 'project', { name: `Project ${randomUUID()}` });
    const { id: number } = await lab();
    const draft = { group: number, level: 'member', message: '' } as const;
    await expect(shareWithGroup(member, project, id, draft)).rejects.toEqual(code('not_found'));
    await setLevel(outsider, project, id, { to: 'user', key: member.email }, 'contributor');
    await expect(shareWithGroup(member, project, id, draft)).rejects.toEqual(code('forbidden'));
    expect(await sentInvitations(member, project, id)).toEqual([]);
    await expect(shareWithGroup(outsider, project, id, { ...draft, group: 2_000_000_000 })).rejects.toMatchObject({
      problems: [{ path: 'group' }],
    });
  });
});
