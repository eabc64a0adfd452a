import { beforeAll, describe, expect, it } from 'vitest';
import { modelNamed, storedModels } from '@/lib/models';
import { typeFamily } from '@/lib/vocabularies/types';
import type { Answer, Send } from '@/test/api';
import { make } from '@/test/lab';
import type { Row } from '../compare';
import { modelFacts } from '../facts';
import { inputOf } from '../inputs';
import { addressOf, makeContractWorld, type ContractWorld } from '../world';
import { detailsOf } from './details';
import { loaders, throughMatlab } from './loaders';

/** Saving as MATLAB does: PUT of the whole record that was loaded, after its own reading and writing of JSON (CONTRACT section 6). */

let world: ContractWorld;
beforeAll(async () => {
  world = await makeContractWorld();
});

const under = (answer: Answer, key: string): Row => {
  expect(answer.status, answer.text.slice(0, 400)).toBeLessThan(300);
  return (answer.body as Record<string, Row>)[key] ?? {};
};
const senderOf = (name: string): Send => (modelNamed(name).access.by === 'catalogue' ? world.sendAsAdmin : world.send);

async function rowsOf(name: string, include: readonly string[] = []): Promise<Row[]> {
  const model = modelNamed(name);
  const query = include.map((relation) => `include[]=${relation}.*`).join('&');
  return under(
    await senderOf(name)('GET', `${addressOf(model)}?limit=100&${query}`),
    model.wire.plural,
  ) as unknown as Row[]; // a list
}

describe.each(storedModels.map(({ name }) => name))('%s', (name) => {
  const model = modelNamed(name);
  const include = loaders.find((loader) => loader.model === name)?.include ?? [];
  const relations = modelFacts.find((facts) => facts.name === name)?.include ?? [];

  it.each([
    ['plain', []],
    ['with what its loader includes', include],
    ['with all that may be included', relations],
  ] as const)('comes back as it was loaded, %s', async (_, included) => {
    const plain = await rowsOf(name);
    const rows = await rowsOf(name, included);
    for (const [index, row] of rows.entries()) {
      // People save themselves only.
      if (name === 'user' && row.id !== world.owner.number) continue;
      const answer = await senderOf(name)('PUT', `${addressOf(model)}${String(row.id)}/`, throughMatlab(row));
      expect(under(answer, model.wire.singular)).toEqual(plain[index]);
    }
  });

  it('is changed by PUT of the whole and by PATCH that holds its id', async () => {
    const [first] = await rowsOf(name);
    const row = name === 'user' ? (await rowsOf(name)).find(({ id }) => id === world.owner.number) : first;
    const text = Object.entries(model.fields).find(
      ([key, field]) =>
        field.kind === 'text' &&
        !field.readOnly &&
        !('pattern' in field) &&
        !['name', 'age', model.title].includes(key),
    )?.[0];
    if (!row || !text) return;
    const place = `${addressOf(model)}${String(row.id)}/`;
    const send = senderOf(name);
    const put = await send('PUT', place, { ...(throughMatlab(row) as Row), [text]: 'By PUT' });
    expect(under(put, model.wire.singular)).toMatchObject({ id: row.id, [text]: 'By PUT' });
    const patch = await send('PATCH', place, { id: row.id, [text]: 'By PATCH' });
    expect(under(patch, model.wire.singular)).toMatchObject({ id: row.id, [text]: 'By PATCH' });
    expect(under(await send('PUT', place, row), model.wire.singular)).toMatchObject({ [text]: row[text] });
  });
});

const typed = ['procedure', 'dataacquisition', 'manipulation', 'consumablestock', 'consumable'] as const;
const types = typed.flatMap((family) => Object.keys(typeFamily(family).types).map((code) => ({ family, code })));

it.each(types)('the details of a $family $code survive MATLAB, lists of one and of two', async ({ family, code }) => {
  const model = modelNamed(family);
  for (const count of [1, 2]) {
    const input = {
      ...inputOf(world, family),
      ...(await fitting(family, code)),
      type: code,
      details: detailsOf(family, code, count),
    };
    const record = under(await senderOf(family)('POST', addressOf(model), input), model.wire.singular);
    expect(record.type_schema_version).toBe(typeFamily(family).types[code]?.version);
    const back = await senderOf(family)('PUT', `${addressOf(model)}${String(record.id)}/`, throughMatlab(record));
    expect(under(back, model.wire.singular)).toEqual(record);
  }
});

const systemFor = (code: string) =>
  typeFamily('procedure').types[code]?.allowedCoordinateSystems?.[0] ?? 'Stereotaxic_BregmaAbsolute';
const procedures = new Map<string, string>();

/** What else a type needs: coordinates that place it, or a procedure that it may be done through. */
async function fitting(family: (typeof typed)[number], code: string): Promise<Row> {
  if (family === 'procedure') return { coordinates_system: systemFor(code) };
  if (family !== 'manipulation') return {};
  const type = typeFamily(family).types[code]?.allowedProcedureTypes?.[0] ?? 'SiliconProbeImplant';
  const input = {
    subject: world.labs[0]?.tree.subject,
    type,
    details: detailsOf('procedure', type, 1),
    coordinates_system: systemFor(type),
  };
  const id = procedures.get(type) ?? String((await make(world.owner, 'procedure', input)).id);
  procedures.set(type, id);
  return { procedures: [id] };
}
