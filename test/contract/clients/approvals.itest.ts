import { beforeAll, describe, expect, it } from 'vitest';
import { modelNamed, type ModelName } from '@/lib/models';
import type { Answer } from '@/test/api';
import { changeOf } from '@/test/access/inputs';
import type { Row } from '../compare';
import { proposedCatalogues } from '../facts';
import { inputOf } from '../inputs';
import { addressOf, makeContractWorld, type ContractWorld } from '../world';

/** Shared catalogues grow by proposals that administrators accept or reject (CONTRACT section 10). */

let world: ContractWorld;
beforeAll(async () => {
  world = await makeContractWorld();
});

const recordIn = (answer: Answer, status: number, key: string): Row => {
  expect([answer.status, Object.keys(answer.body as object)], answer.text).toEqual([status, [key]]);
  return (answer.body as Record<string, Row>)[key] ?? {};
};

describe.each(proposedCatalogues)('%s', (name) => {
  const model = modelNamed(name);
  const approval = modelNamed(`${name}approval`);
  const [address, approvals] = [addressOf(model), addressOf(approval)];
  const [key, approvalKey] = [model.wire.singular, approval.wire.singular];
  const input = () => inputOf(world, name as ModelName); // a catalogue
  const propose = async (given = input()) => recordIn(await world.send('POST', address, given), 201, approvalKey);

  it('an addition is answered as an approval, and seen by its author alone until it is accepted', async () => {
    const given = input();
    const proposed = await propose(given);
    expect(proposed).toMatchObject({ ...given, instance_id: null, action: 'Add', reviewer: null, status: 'Pending' });
    expect(proposed).not.toHaveProperty('comments', expect.any(Number));
    const live = `${address}${String(proposed.record)}/`;
    expect((await world.send('GET', live)).status).toBe(200);
    expect((await world.sendAsGuest('GET', live)).status).toBe(404);
    const place = `${approvals}${String(proposed.id)}`;
    expect(recordIn(await world.send('GET', place), 200, approvalKey)).toEqual(proposed);
    expect((await world.sendAsGuest('GET', place)).status).toBe(404);
    const accepted = recordIn(await world.sendAsAdmin('PATCH', `${place}/accept`, {}), 200, approvalKey);
    expect(accepted).toMatchObject({ status: 'Accepted', reviewer: world.admin.number });
    expect(recordIn(await world.sendAsGuest('GET', live), 200, key)).toMatchObject(given);
  });

  it('a change leaves the live record as it is until it is accepted', async () => {
    const [live] =
      (
        (
          await world.send(
            'GET',
            `${address}?limit=1&filter{id}=${String(Reflect.get(world.catalogues[0] ?? {}, name))}`,
          )
        ).body as Record<string, Row[]>
      )[model.wire.plural] ?? [];
    const place = `${address}${String(live?.id)}/`;
    const change = changeOf(name as ModelName); // a catalogue
    const proposed = recordIn(await world.send('PATCH', place, { ...change, comments: 'It grew.' }), 200, approvalKey);
    expect(proposed).toMatchObject({
      ...change,
      comments: 'It grew.',
      instance_id: live?.id,
      action: 'Change',
      reviewer: null,
      status: 'Pending',
    });
    expect(recordIn(await world.send('GET', place), 200, key)).toEqual(live);
    recordIn(await world.sendAsAdmin('PATCH', `${approvals}${String(proposed.id)}/accept/`), 200, approvalKey);
    expect(recordIn(await world.send('GET', place), 200, key)).toMatchObject(change);
  });

  it('a rejection changes nothing, and is told to the author', async () => {
    const proposed = await propose();
    const place = `${approvals}${String(proposed.id)}`;
    expect(recordIn(await world.sendAsAdmin('PATCH', `${place}/reject`, {}), 200, approvalKey)).toMatchObject({
      status: 'Rejected',
      reviewer: world.admin.number,
    });
    expect(recordIn(await world.send('GET', place), 200, approvalKey)).toMatchObject({ status: 'Rejected' });
    expect((await world.sendAsGuest('GET', `${address}${String(proposed.record)}/`)).status).toBe(404);
  });

  it('is decided by administrators, once: 403 to its author, 404 to everybody else', async () => {
    const proposed = await propose();
    const place = `${approvals}${String(proposed.id)}`;
    for (const action of ['accept', 'reject']) {
      expect((await world.send('PATCH', `${place}/${action}`, {})).status).toBe(403);
      expect((await world.sendAsGuest('PATCH', `${place}/${action}`, {})).status).toBe(404);
      expect((await world.sendAsAdmin('GET', `${place}/${action}`)).status).toBe(405);
    }
    await world.sendAsAdmin('PATCH', `${place}/reject/`, {});
    for (const action of ['accept', 'reject'])
      expect((await world.sendAsAdmin('PATCH', `${place}/${action}/`, {})).status).toBe(400);
    for (const [method, path] of [
      ['POST', approvals],
      ['PATCH', place],
      ['PUT', place],
      ['DELETE', place],
    ] as const)
      expect([method, (await world.sendAsAdmin(method, path, {})).status]).toEqual([method, 405]);
  });

  it('administrators write the live record itself', async () => {
    const made = recordIn(await world.sendAsAdmin('POST', address, input()), 201, key);
    expect(recordIn(await world.sendAsGuest('GET', `${address}${String(made.id)}/`), 200, key)).toEqual(made);
    expect((await world.send('DELETE', `${address}${String(made.id)}/`)).status).toBe(403);
    expect((await world.sendAsAdmin('DELETE', `${address}${String(made.id)}/`)).status).toBe(204);
  });
});

it('a publication is answered as itself and waits; a brain region takes no proposals', async () => {
  const publication = recordIn(
    await world.send('POST', 'private/dissemination/publication/', inputOf(world, 'publication')),
    201,
    'publication',
  );
  expect(publication).toMatchObject({ status: 'pending' });
  expect((await world.send('POST', 'private/taxonomies/brainregion/', inputOf(world, 'brainregion'))).status).toBe(403);
});
