import { beforeAll, describe, expect, test } from 'vitest';
import type { Level } from '@/lib/declare/levels';
import type { AnyRecord } from '@/lib/declare/model';
import { modelNamed, type ModelName } from '@/lib/models';
import { v7 } from 'uuid';
import { signUp } from '@/lib/server/auth/sign-up';
import { createInvitation } from '@/lib/server/auth/invitations';
import { getPool } from '@/lib/server/db/pool';
import { transaction } from '@/lib/server/db/sql';
import { anonymousViewer, type UserViewer } from '@/lib/server/viewer';
import { makePerson, testPassword } from '@/test/people';
import { createRecord } from './create';
import { getRecord } from './get';
import { listRecords } from './list';
import { acceptInvitation, cancelInvitation, rejectInvitation } from './answer-invitation';
import { invite, sentInvitations } from './invite';
import { leave } from './leave';
import { publicationOf, setLevel } from './membership';
import { removeRecord } from './remove';
import { waitingFor } from './waiting';
import { listGrants, whoCanSee } from './who-sees';
import { withPeopleNamed } from '../queries/person-names';

const group = modelNamed('group');
const project = modelNamed('project');
const setup = modelNamed('setup');
const session = modelNamed('session');
const origin = { origin: 'https://sulcus.example.org' };
const person = async () => (await makePerson()).viewer;
const make = (viewer: UserViewer, model: ModelName, input: Record<string, unknown> = {}): Promise<AnyRecord> =>
  createRecord(viewer, modelNamed(model), { name: `A ${v7()}`, ...input });
const user = (viewer: UserViewer) => ({ to: 'user' as const, key: viewer.email });
const code = (wanted: string) => expect.objectContaining({ code: wanted });
const page = { filters: [], sort: [], limit: 100, offset: 0 };

let pi: UserViewer, manager: UserViewer, student: UserViewer, stranger: UserViewer;
beforeAll(async () => {
  [pi, manager, student, stranger] = await Promise.all([person(), person(), person(), person()]);
});

async function invited(from: UserViewer, to: UserViewer, model: typeof group, id: string | number, level: Level) {
  return invite(from, model, id, { email: to.email, level, message: 'Welcome' }, origin);
}
/** A group that the PI owns and the manager manages. */
async function lab() {
  const made = await make(pi, 'group');
  await setLevel(pi, group, made.id, user(manager), 'manager');
  return made;
}

describe('an invitation', () => {
  test('into a project gives its level once it is accepted, and not before', async () => {
    const { id } = await make(pi, 'project');
    const sent = await invited(pi, student, project, id, 'contributor');
    await expect(getRecord(student, project, id)).rejects.toEqual(code('not_found'));
    expect((await waitingFor(student)).invitations).toMatchObject([
      {
        id: sent.id,
        model: 'project',
        level: 'contributor',
        message: 'Welcome',
        inviter: 'Ana Santos',
        inviter_email: pi.email,
      },
    ]);
    expect(await sentInvitations(pi, project, id)).toMatchObject([{ email: student.email, level: 'contributor' }]);
    expect(await acceptInvitation(student, sent.id)).toMatchObject({ model: 'project', record: id });
    expect(await getRecord(student, project, id)).toMatchObject({ id, version: 2 });
    expect((await waitingFor(student)).invitations).toEqual([]);
    await expect(acceptInvitation(student, sent.id)).rejects.toThrow(/accepted already/);
    const { rows } = await getPool().query('SELECT user_id FROM audit_log WHERE record_id = $1 ORDER BY id', [id]);
    expect(rows).toMatchObject([{ user_id: pi.id }, { user_id: student.id }]);
  });

  test('into a group is for its managers, who invite members alone', async () => {
    const { id } = await lab();
    await expect(invited(manager, student, group, id, 'manager')).rejects.toEqual(code('forbidden'));
    await expect(invited(student, stranger, group, id, 'member')).rejects.toEqual(code('forbidden'));
    await expect(invited(manager, student, group, id, 'contributor')).rejects.toThrow(/one of the levels/);
    const sent = await invited(manager, student, group, id, 'member');
    expect(await acceptInvitation(student, sent.id)).toMatchObject({ model: 'group', record: id });
    await expect(invited(manager, student, group, id, 'member')).rejects.toThrow(/access list already, as member/);
  });

  test('can be answered only by whom it is for, and taken back by those in charge', async () => {
    const { id } = await lab();
    const sent = await invited(pi, student, group, id, 'member');
    for (const answer of [acceptInvitation, rejectInvitation])
      await expect(answer(stranger, sent.id)).rejects.toEqual(code('not_found'));
    await expect(cancelInvitation(stranger, sent.id)).rejects.toEqual(code('not_found'));
    // Whom it is for sees it, and is told what else to do.
    await expect(cancelInvitation(student, sent.id)).rejects.toEqual(code('forbidden'));
    await expect(acceptInvitation(manager, sent.id)).rejects.toEqual(code('forbidden'));
    expect(await sentInvitations(stranger, group, id)).toEqual([]);
    await cancelInvitation(manager, sent.id);
    await expect(acceptInvitation(student, sent.id)).rejects.toThrow(/cancelled already/);
    const second = await invited(manager, student, group, id, 'member');
    await rejectInvitation(student, second.id);
    await expect(cancelInvitation(pi, second.id)).rejects.toThrow(/rejected already/);
    const owning = await invited(pi, student, group, id, 'owner');
    await expect(cancelInvitation(manager, owning.id)).rejects.toEqual(code('forbidden'));
    await expect(acceptInvitation(student, 'nonsense')).rejects.toEqual(code('not_found'));
  });

  test('never lowers a level, and lapses with time', async () => {
    const { id } = await make(pi, 'project');
    const sent = await invited(pi, student, project, id, 'member');
    await setLevel(pi, project, id, user(student), 'manager');
    await acceptInvitation(student, sent.id);
    expect((await listGrants(student, project, id)).level).toBe('manager');
    const other = await make(pi, 'project');
    const late = await invited(pi, student, project, other.id, 'member');
    await getPool().query(`UPDATE invitation SET expires_at = now() - interval '1 minute' WHERE id = $1`, [late.id]);
    await expect(acceptInvitation(student, late.id)).rejects.toThrow(/expired/);
  });

  test('of somebody who has lost the right to invite gives nothing', async () => {
    const { id } = await lab();
    const sent = await invited(manager, student, group, id, 'member');
    await setLevel(pi, group, id, user(manager), null);
    await expect(acceptInvitation(student, sent.id)).rejects.toThrow(/can no longer invite/);
    expect((await listGrants(pi, group, id)).people.map(({ id: number }) => number)).toEqual([pi.number]);
    // Nothing of the refused answer stays.
    await setLevel(pi, group, id, user(manager), 'manager');
    await acceptInvitation(student, sent.id);
  });

  test('to an unknown address becomes theirs who sign up with its link', async () => {
    const { id } = await make(pi, 'project');
    const email = `new-${v7()}@example.org`;
    expect(await invite(pi, project, id, { email, level: 'member', message: '' }, origin)).toMatchObject({
      isKnown: false,
    });
    const link = await transaction((tx) =>
      createInvitation(tx, { model: 'project', recordId: String(id), email, level: 2, message: '', invitedBy: pi.id }),
    );
    const answer = await signUp({
      email,
      first_name: 'Ida',
      last_name: 'Lund',
      password: testPassword,
      invitation: link.secret,
      address: null,
    });
    if (answer.outcome !== 'account') throw new Error(answer.outcome);
    const viewer: UserViewer = { ...pi, id: answer.account.id, number: answer.account.number, email, name: 'Ida Lund' };
    // The newer one took the place of the older.
    const mine = (await waitingFor(viewer)).invitations;
    expect(mine).toMatchObject([{ id: link.id, level: 'contributor' }]);
    await acceptInvitation(viewer, link.id);
    expect((await listGrants(pi, project, id)).people).toMatchObject([
      { level: 'owner' },
      { email, name: 'Ida Lund', level: 'contributor' },
    ]);
  });

  test('does not tell a stranger that a project exists', async () => {
    const { id } = await make(pi, 'project');
    for (const missing of [id, v7()])
      await expect(invited(stranger, student, project, missing, 'member')).rejects.toEqual(code('not_found'));
    await expect(invited(pi, student, setup, id, 'member')).rejects.toEqual(code('not_found'));
  });
});

describe('levels', () => {
  test('managers deal with levels up to contributor', async () => {
    const { id } = await make(pi, 'project');
    await setLevel(pi, project, id, user(manager), 'manager');
    await setLevel(manager, project, id, user(student), 'contributor');
    await expect(setLevel(manager, project, id, user(student), 'manager')).rejects.toEqual(code('forbidden'));
    await expect(setLevel(manager, project, id, user(pi), 'member')).rejects.toEqual(code('forbidden'));
    await expect(setLevel(manager, project, id, user(manager), 'owner')).rejects.toEqual(code('forbidden'));
    await expect(setLevel(student, project, id, user(stranger), 'member')).rejects.toEqual(code('forbidden'));
    await expect(setLevel(stranger, project, id, user(stranger), 'member')).rejects.toEqual(code('not_found'));
    await setLevel(manager, project, id, user(student), null);
    await expect(getRecord(student, project, id)).rejects.toEqual(code('not_found'));
  });

  test('the last owner stays, also when two leave at once', async () => {
    const { id } = await make(pi, 'project');
    await expect(leave(pi, project, id)).rejects.toThrow(/needs at least one owner/);
    await expect(setLevel(pi, project, id, user(pi), 'member')).rejects.toEqual(code('in_use'));
    await setLevel(pi, project, id, user(manager), 'owner');
    await setLevel(pi, project, id, user(student), 'owner');
    const outcomes = await Promise.allSettled([
      leave(pi, project, id),
      setLevel(pi, project, id, user(manager), 'member'),
      leave(student, project, id),
    ]);
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
    const { rows } = await getPool().query('SELECT 1 FROM project_grant WHERE record_id = $1 AND level = 4', [id]);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('a group that alone owns something is not deleted, and a deleted one owns nothing', async () => {
    const { id: labId, name } = await lab();
    const { id } = await make(pi, 'project');
    const owning = { to: 'group' as const, key: String(name) };
    await setLevel(pi, project, id, owning, 'owner');
    await leave(pi, project, id);
    await expect(removeRecord(pi, group, labId)).rejects.toThrow(/still used by 1 project/);
    await setLevel(pi, project, id, user(student), 'owner');
    await removeRecord(pi, group, labId);
    await expect(leave(student, project, id)).rejects.toThrow(/needs at least one owner/);
  });

  test('a member leaves on their own; what comes through a group stays', async () => {
    const { id: labId, name } = await lab();
    await setLevel(pi, group, labId, user(student), 'member');
    const { id } = await make(pi, 'project');
    await setLevel(pi, project, id, { to: 'group', key: String(name) }, 'member');
    await setLevel(pi, project, id, user(student), 'manager');
    expect(await leave(student, project, id)).toEqual({ level: 'member' });
    await expect(leave(student, project, id)).rejects.toThrow(new RegExp(`comes through ${name}`));
    await expect(leave(stranger, project, id)).rejects.toEqual(code('not_found'));
    expect(await leave(student, group, labId)).toEqual({ level: null });
    await expect(getRecord(student, project, id)).rejects.toEqual(code('not_found'));
    await expect(leave(student, group, labId)).rejects.toThrow(/not on the access list/);
  });
});

describe('who sees it', () => {
  test('names every person with the level and where each comes from', async () => {
    const { id: labId, name } = await lab();
    await setLevel(pi, group, labId, user(student), 'member');
    const { id } = await make(pi, 'project');
    await setLevel(pi, project, id, { to: 'group', key: String(name) }, 'contributor');
    await setLevel(pi, project, id, user(student), 'member');
    const list = await listGrants(student, project, id);
    expect(list).toMatchObject({ id, level: 'contributor', manage: false, own: false, is_public: false });
    expect(list.groups).toEqual([{ id: labId, name, level: 'contributor', members: 3 }]);
    const through = { level: 'contributor', group: { id: labId, name }, record: null };
    const byNumber = new Map(list.people.map((one) => [one.id, one]));
    expect(byNumber.get(pi.number)).toMatchObject({
      level: 'owner',
      sources: [{ level: 'owner', group: null }, through],
    });
    expect(byNumber.get(manager.number)).toMatchObject({ level: 'contributor', sources: [through] });
    expect(byNumber.get(student.number)).toMatchObject({
      level: 'contributor',
      sources: [through, { level: 'member', group: null }],
    });
    for (const viewer of [stranger, anonymousViewer])
      await expect(listGrants(viewer, project, id)).rejects.toEqual(code('not_found'));
    await expect(listGrants(pi, session, id)).rejects.toEqual(code('not_found'));
  });

  test('of a session names only what comes through projects that the viewer reads', async () => {
    const [open, hidden] = [await make(pi, 'project'), await make(pi, 'project')];
    await setLevel(pi, project, open.id, user(student), 'contributor');
    await setLevel(pi, project, hidden.id, user(stranger), 'member');
    const { id } = await make(pi, 'session', { projects: [open.id, hidden.id] });
    const seen = await whoCanSee(student, session, String(id));
    expect(seen.parents).toMatchObject([{ id: open.id, level: 'contributor', is_public: false }]);
    expect(seen.people.map((one) => one.id).toSorted()).toEqual([pi.number, student.number].toSorted());
    expect(seen.people[0]?.sources).toMatchObject([{ level: 'owner', record: { id: open.id, title: open.name } }]);
    expect((await whoCanSee(pi, session, String(id))).people.map((one) => one.id)).toContain(stranger.number);
    const stolen = await person();
    await expect(whoCanSee(stolen, session, String(id))).rejects.toEqual(code('not_found'));
    await expect(whoCanSee(anonymousViewer, session, String(id))).rejects.toEqual(code('not_found'));
  });

  test('what becomes public is counted for owners', async () => {
    const { id } = await make(pi, 'project');
    await setLevel(pi, project, id, user(student), 'manager');
    await make(pi, 'session', { projects: [id] });
    expect(await publicationOf(pi, String(id))).toMatchObject({ sessions: 1, subjects: 0, setups: 0 });
    await expect(publicationOf(student, String(id))).rejects.toEqual(code('forbidden'));
    expect((await listRecords(anonymousViewer, session, page)).records).toEqual([]);
  });

  test('a public project names people, and never by their addresses', async () => {
    const user_roles = [pi.email, 'gone@example.org', 'Ada Lovelace'].map((one) => ({ user: one, role: 'Supervisor' }));
    const { id } = await make(pi, 'project', { user_roles, is_public: true });
    const shown = await getRecord(anonymousViewer, project, id);
    expect(shown.user_roles).toMatchObject([{ user: 'Ana Santos' }, { user: '' }, { user: 'Ada Lovelace' }]);
    expect(JSON.stringify(shown)).not.toContain('@');
    const own = await getRecord(pi, project, id);
    expect(own.user_roles).toMatchObject(user_roles);
    // The portal's page names them; an address that nobody has stays what it is.
    expect((await withPeopleNamed(project, own)).user_roles).toMatchObject([
      { user: 'Ana Santos', role: 'Supervisor' },
      { user: 'gone@example.org' },
      { user: 'Ada Lovelace' },
    ]);
  });
});
