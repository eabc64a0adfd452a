import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { AnyRecord } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import type { UserViewer } from '@/lib/server/viewer';
import { makePerson } from '@/test/people';
import { createRecord } from './create';
import { decideProposal, listProposals } from './propose';
import { removeRecord } from './remove';
import { updateRecord } from './update';

const species = modelNamed('species');
const person = async () => (await makePerson()).viewer;
const reviewer = async () => (await makePerson({ isSuperuser: true })).viewer;
const make = (viewer: UserViewer, input: Record<string, unknown> = {}): Promise<AnyRecord> =>
  createRecord(viewer, species, { name: `A ${v7()}`, ...input });
const code = (wanted: string) => expect.objectContaining({ code: wanted });

let pi: UserViewer, student: UserViewer;
beforeAll(async () => {
  [pi, student] = await Promise.all([person(), person()]);
});

test('are answered with a word that their author reads', async () => {
  const { id } = await make(student, { comments: 'We breed it.' });
  const mine = async () => (await listProposals(student)).find(({ record_id }) => record_id === id);
  const proposal = await mine();
  expect(proposal).toMatchObject({ status: 'pending', comments: 'We breed it.', review: '', decided_at: null });
  const { id: proposalId = '' } = proposal ?? {};
  await expect(decideProposal(pi, proposalId, 'accepted')).rejects.toEqual(code('forbidden'));
  await decideProposal(await reviewer(), proposalId, 'rejected', ' It is in the list already. ');
  expect(await mine()).toMatchObject({
    status: 'rejected',
    review: 'It is in the list already.',
    reviewer: 'Ana Santos',
  });
});

test('say what their author has corrected, and an answer to what was there before is none', async () => {
  const admin = await reviewer();
  const { id } = await make(student, { popular_name: 'House mouse' });
  const waiting = async () => (await listProposals(admin)).find(({ record_id }) => record_id === id);
  const read = await waiting();
  await updateRecord(student, species, id, { popular_name: 'Something else' });
  expect((await waiting())?.changes).toEqual({ ...read?.changes, popular_name: 'Something else' });
  await expect(decideProposal(admin, read?.id ?? '', 'accepted')).rejects.toEqual(code('not_found'));
  await decideProposal(admin, (await waiting())?.id ?? '', 'accepted');
  expect(await waiting()).toMatchObject({ status: 'accepted' });
});

test('about what is gone can only be rejected', async () => {
  const admin = await reviewer();
  const { id } = await make(admin);
  await updateRecord(student, species, id, { popular_name: 'House mouse' });
  await removeRecord(admin, species, id);
  const { id: proposalId = '' } = (await listProposals(admin)).find(({ record_id }) => record_id === id) ?? {};
  await expect(decideProposal(admin, proposalId, 'accepted')).rejects.toThrow(/has been deleted since/);
  await decideProposal(admin, proposalId, 'rejected');
  await expect(decideProposal(admin, proposalId, 'rejected')).rejects.toThrow(/rejected already/);
});

test('are none where a save changes nothing', async () => {
  const admin = await reviewer();
  const { id, version, ...values } = await make(admin, { popular_name: 'House mouse' });
  const same = await updateRecord(student, species, id, { popular_name: values.popular_name });
  expect(same).toMatchObject({ id, version });
  await updateRecord(student, species, id, {});
  expect((await listProposals(admin)).filter(({ record_id }) => record_id === id)).toEqual([]);
  await updateRecord(student, species, id, { popular_name: 'Mouse' });
  const found = (await listProposals(admin)).filter(({ record_id }) => record_id === id);
  expect(found).toMatchObject([{ changes: { popular_name: 'Mouse' } }]);
});
