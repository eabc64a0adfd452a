import { modelList, modelNamed, storedModels, type ModelName } from '@/lib/models';
import { tableOf } from '@/lib/declare/tables';
import { query, sql } from '@/lib/server/db/sql';
import { invite, inviteGroup } from '@/lib/server/operations/invite';
import { requestToJoin } from '@/lib/server/operations/join';
import { systemViewer } from '@/lib/server/viewer';
import { apiAs } from '@/test/api';
import { change, make } from '@/test/lab';
import { makeCatalogue, makeColleague, makeTree, marked, share, type Catalogue } from '@/test/world';
import { fill } from './samples';

const system = systemViewer('contract world');

async function makeRegions() {
  for (const atlas of ['AIA', 'BM4', 'S2004'])
    await make(system, 'brainregion', { atlas, name: marked('Region'), acronym: marked('R').slice(0, 12) });
}

/** A project with all that one laboratory may own, its group and its laboratory. */
async function makeLaboratory(owner: Awaited<ReturnType<typeof makeColleague>>, catalogue: Catalogue) {
  const group = await make(owner, 'group', { name: marked('Group') });
  const project = String((await make(owner, 'project', { name: marked('Project') })).id);
  await share(owner, { project }, 'groups', String(group.name), 'contributor');
  const tree = await makeTree(owner, catalogue, Number(group.id), project);
  await make(owner, 'laboratory', {
    group: group.id,
    institution: marked('Institute'),
    principal_investigators: [owner.number],
  });
  return { group: Number(group.id), project, tree };
}

/**
 * Somebody who owns several records of every model, no two of them alike: an ordinary person, so that everything they ask
 * goes the way of scoped lists.
 */
export async function makeContractWorld() {
  const [owner, guest, admin] = await Promise.all([
    makeColleague('Owner'),
    makeColleague('Guest'),
    makeColleague('Admin', true),
  ]);
  const catalogues = [await makeCatalogue(system), await makeCatalogue(system), await makeCatalogue(system)];
  await makeRegions();
  const labs = [];
  for (const catalogue of catalogues) labs.push(await makeLaboratory(owner, catalogue));
  for (const model of storedModels) {
    const rows = await query<{ id: string }>(
      sql`SELECT t.id::text AS id FROM ${sql.table(tableOf(model))} t ORDER BY t.id`,
    );
    // The last one stays as it is, with nothing where nothing must be.
    for (const [index, { id }] of rows.slice(0, -1).entries()) await fill(model, id, index);
  }
  const origin = { origin: 'http://localhost:3000' };
  for (const [index, { group, project }] of labs.entries()) {
    const level = (['member', 'contributor', 'owner'] as const)[index] ?? 'member';
    const invitation = { level, message: `Word ${index}` } as const;
    await invite(owner, modelNamed('project'), project, { ...invitation, email: guest.email }, origin);
    const asMember = { ...invitation, level: 'member' as const };
    await invite(owner, modelNamed('group'), String(group), { ...asMember, email: guest.email }, origin);
    const theirs = await make(guest, 'group', { name: marked('Theirs') });
    await inviteGroup(owner, modelNamed('project'), project, { ...asMember, group: Number(theirs.id) });
    await requestToJoin(owner, Number(theirs.id), `Please ${index}`);
  }
  // A group without a laboratory, and a session without anything.
  const spare = await make(owner, 'session', { name: marked('Spare'), projects: [labs[0]?.project] });
  const annex = await make(owner, 'group', { name: marked('Annex') });
  // What waits for a reviewer: an addition and a change of each catalogue.
  const pending = await makeCatalogue(owner);
  for (const [name, id] of Object.entries(catalogues[0] ?? {}))
    await change(owner, name as ModelName, id, { comments: `Changed ${name}` }); // a catalogue of the world
  return {
    owner,
    guest,
    admin,
    labs,
    catalogues,
    pending,
    spare: String(spare.id),
    annex: { id: Number(annex.id), name: String(annex.name), uuid: '' },
    send: await apiAs(owner),
    sendAsGuest: await apiAs(guest),
    sendAsAdmin: await apiAs(admin),
  };
}
export type ContractWorld = Awaited<ReturnType<typeof makeContractWorld>>;

export const everyModel = modelList.map((model) => [model.name, model] as const);
export const addressOf = ({ app, name }: { app: string; name: string }): string => `private/${app}/${name}/`;
