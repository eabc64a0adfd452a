import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { modelNamed } from '@/lib/models';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { systemViewer } from '../viewer';
import { candidates } from './candidates';

test('stock of one type is told apart by its consumable, which shows to those who may read it', async () => {
  const lab = await makeLab(await makeCatalogue());
  const { viewer: colleague, email } = await makePerson();
  const supplier = await make(systemViewer('test catalogue'), 'supplier', { name: `Maker ${randomUUID()}` });
  const inventory = await make(lab.pi, 'inventory', { name: 'Shelf' });
  await change(lab.pi, 'inventory', inventory.id, { users: { [email]: {} } });
  await change(lab.pi, 'project', lab.project.id, { users: { [email]: { can_change: true } } });
  // What the PI proposes waits for a reviewer: until then nobody else sees what it is called.
  const name = `Secret design ${randomUUID()}`;
  const consumable = await make(lab.pi, 'consumable', { name, type: 'SiliconProbeDesign', supplier: supplier.id });
  await make(lab.pi, 'consumablestock', { inventory: inventory.id, type: 'SiliconProbe', consumable: consumable.id });
  const offered = (viewer: typeof colleague) =>
    candidates(viewer, modelNamed('procedure'), 'consumablestock', { type: 'SiliconProbeImplant' }, '');
  expect(await offered(lab.pi)).toMatchObject([{ title: 'Silicon probe', hint: `Shelf · ${name}` }]);
  expect(await offered(colleague)).toMatchObject([{ title: 'Silicon probe', hint: 'Shelf' }]);
});
