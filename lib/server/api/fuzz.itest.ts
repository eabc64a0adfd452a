import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { modelList } from '@/lib/models';
import { apiAs, type Send } from '@/test/api';
import { makeCatalogue, makeLab } from '@/test/lab';

let send: Send;
let ids: readonly unknown[];
/** A record of the model that the sender may change. */
let own: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  const lab = await makeLab(await makeCatalogue());
  send = await apiAs(lab.pi);
  own = {
    project: lab.project.id,
    subject: lab.subject.id,
    session: lab.session.id,
    setup: lab.setup.id,
    equipment: lab.equipment.id,
    behavioralassay: lab.assay.id,
    datastorage: lab.storage.id,
    group: lab.group.id,
    user: lab.pi.number,
  };
  ids = [lab.project, lab.subject, lab.session, lab.setup, lab.equipment, lab.assay, lab.storage, lab.group].map(
    ({ id }) => id,
  );
});

/** Text that breaks what is not careful: NUL, lone surrogates, quotes, wildcards, very long. */
const nasty = fc.oneof(
  fc.constantFrom(
    '',
    '\0',
    'a\0b',
    '\ud800',
    '\\',
    "'; --",
    '%',
    '_',
    '{}',
    '[]',
    'null',
    '9'.repeat(400),
    '1e400',
    '0000-00-00',
    '2026-02-30',
    '99999-01-01T00:00:00Z',
    '-1',
    'x'.repeat(3000),
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const value = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: nasty },
    { weight: 3, arbitrary: fc.nat({ max: 7 }).map((index) => ids[index]) },
    { weight: 1, arbitrary: fc.double() },
    { weight: 1, arbitrary: fc.constantFrom(1e300, -1, 2 ** 53, 2 ** 31, 0, true, false, null) },
    {
      weight: 2,
      arbitrary: fc.array(
        fc.oneof(
          nasty,
          fc.nat({ max: 7 }).map((index) => ids[index]),
        ),
        { maxLength: 3 },
      ),
    },
    { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }) },
    {
      weight: 1,
      arbitrary: fc.array(
        fc.dictionary(fc.constantFrom('id', 'name', 'url', 'user', 'role', 'value', 'unit', '__proto__'), nasty, {
          maxKeys: 4,
        }),
        { maxLength: 2 },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.dictionary(fc.oneof(nasty, fc.constantFrom('a', 'remove', '__proto__', 'constructor')), nasty, {
        maxKeys: 3,
      }),
    },
  );

it('text that the database can’t keep is refused at its field', async () => {
  for (const bad of ['a\0b', '\ud800'])
    for (const [field, given] of Object.entries({
      name: bad,
      description: bad,
      tags: [bad],
      extra_fields: { a: bad },
      download_links: [{ repository: 'DANDI', url: `https://x/${bad}` }],
    })) {
      const answer = await send('PATCH', `private/stem/session/${String(own.session)}/`, { [field]: given });
      expect([answer.status, Object.keys(answer.body as object).map((path) => path.replace(/[.[].*/, ''))]).toEqual([
        400,
        [field],
      ]); // parsed JSON
    }
});

describe.each(modelList)('whatever is sent to $name', (model) => {
  const address = `private/${model.app}/${model.name}/`;
  const fields = Object.keys(model.fields);

  it('is taken or refused, but never breaks the server', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const one = fc.tuple(fc.constantFrom(...fields), value()).map(([name, given]) => ({ [name]: given }));
    const inputs = fc.oneof(one, fc.dictionary(fc.constantFrom(...fields), value(), { maxKeys: fields.length }));
    await fc.assert(
      fc.asyncProperty(inputs, fc.constantFrom('PATCH', 'PATCH', 'PUT', 'POST'), async (input, method) => {
        const id = String(own[model.name] ?? ids[0]);
        const answer = await send(method, method === 'POST' ? address : `${address}${id}/`, input);
        expect(answer.status, `${answer.text} ${log.mock.calls.flat().map(String).join(' ')}`).toBeLessThan(500);
      }),
      { numRuns: 60, seed: 3 },
    );
    log.mockRestore();
  });

  it('is found or refused, whatever is asked', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const operators = [
      '',
      '.icontains',
      '.in',
      '.range',
      '.gt',
      '.isnull',
      '.iexact',
      '.id',
      '.name',
      '.projects.name',
      '.',
    ];
    const filters = fc
      .tuple(fc.constantFrom(...fields, 'id', 'number', 'created_at', 'x'), fc.constantFrom(...operators), nasty)
      .map(([name, operator, text]) => [`filter{${name}${operator}}`, text.toWellFormed()]);
    const others = fc.tuple(
      fc.constantFrom('limit', 'offset', 'sort[]', 'include[]', 'exclude[]', 'search'),
      fc.oneof(nasty, fc.constantFrom(...fields)).map((text) => text.toWellFormed()),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 3, arbitrary: filters }, others), { maxLength: 3 }),
        async (parameters) => {
          const answer = await send(
            'GET',
            `${address}?${new URLSearchParams(parameters as [string, string][]).toString()}`,
          ); // pairs by construction
          expect(answer.status, `${answer.text} ${log.mock.calls.flat().map(String).join(' ')}`).toBeLessThan(500);
        },
      ),
      { numRuns: 40, seed: 3 },
    );
    log.mockRestore();
  });
});
