import { beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '@/lib/declare/model';
import { models } from '@/lib/models';
import { apiAs, type Send } from '@/test/api';
import { make, makeCatalogue, makeLab } from '@/test/lab';
import { toApiQuery } from '../../api/api-query';
import { listRecords } from '../../operations/list';
import type { ListQuery } from '../../queries/list';
import { snippetsFor, type Asked } from '.';

let lab: Awaited<ReturnType<typeof makeLab>>;
let send: Send;
const origin = 'http://localhost:3000';

beforeAll(async () => {
  lab = await makeLab(await makeCatalogue());
  send = await apiAs(lab.pi);
  for (const name of ['Ångström', "M07's", 'M07 & M08', '100 %'])
    await make(lab.pi, 'session', {
      name,
      projects: [lab.project.id],
      tags: name.startsWith('M07') ? ['pilot, first'] : [],
      date_time: '2026-01-02T10:00:00Z',
    });
});

const codeOf = (asked: Asked, language: string, task: RegExp): string =>
  snippetsFor(asked)
    .find(({ value }) => value === language)
    ?.snippets.find(({ title }) => task.test(title))?.code ?? '';

/** The words of a shell command of ours: in quotation marks, or up to a blank. */
const shellWords = (command: string): string[] =>
  [...command.replaceAll('\\\n', ' ').matchAll(/(?:'[^']*'|"[^"]*"|\\'|[^\s'"])+/g)].map(([word]) =>
    word.replaceAll(
      /'([^']*)'|"([^"]*)"|\\'/g,
      (part, single?: string, double?: string) => single ?? double ?? part.slice(1),
    ),
  );

/** The address that a curl command asks for. */
function addressOfCurl(command: string): string {
  const words = shellWords(command);
  const after = (option: string) => words.filter((_, index) => words[index - 1] === option);
  const query = after('--data-urlencode').map((pair) => {
    const at = pair.indexOf('=');
    return `${pair.slice(0, at)}=${encodeURIComponent(pair.slice(at + 1))}`;
  });
  return `${words.find((word) => word.startsWith('http'))}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

/** The address that a script with requests asks for. */
function addressOfPython(script: string): string {
  const [, address = ''] = /requests\.\w+\(\s+"([^"]+)"/.exec(script) ?? [];
  const pairs = [...script.matchAll(/\(("(?:[^"\\]|\\.)*"), ("(?:[^"\\]|\\.)*")\)/g)];
  const query = new URLSearchParams(
    pairs.map(([, name = '""', value = '""']) => [JSON.parse(name), JSON.parse(value)]),
  );
  return pairs.length > 0 ? `${address}?${query}` : address;
}

const usual: ListQuery = { filters: [], sort: [], limit: 50, offset: 0 };

describe.each([
  ['curl', addressOfCurl],
  ['python', addressOfPython],
] as const)('the snippets in %s', (language, addressOf) => {
  it.each<[string, Model, ListQuery]>([
    ['as it is', models.session, usual],
    [
      'by what a text contains',
      models.session,
      { ...usual, filters: [{ path: ['name'], operator: 'icontains', values: ["m07's"] }] },
    ],
    [
      'by letters and signs of any kind',
      models.session,
      { ...usual, filters: [{ path: ['name'], operator: 'in', values: ['Ångström', '100 %', 'M07 & M08'] }] },
    ],
    [
      'by a tag',
      models.session,
      { ...usual, filters: [{ path: ['tags'], operator: 'exact', values: ['pilot, first'] }] },
    ],
    [
      'sorted, from the second on',
      models.session,
      { ...usual, sort: [{ field: 'name', descending: true }], limit: 2, offset: 1 },
    ],
    ['searched', models.session, { ...usual, search: 'm07 &' }],
    ['of nothing that fits', models.subject, { ...usual, search: 'no such mouse' }],
  ])('ask for the same records as the list: %s', async (_, model, list) => {
    const asked = { model, origin, query: toApiQuery(list), id: null };
    const address = addressOf(codeOf(asked, language, /^List /));
    const answer = await send('GET', address);
    expect(answer.status, address).toBe(200);
    const { records } = await listRecords(lab.pi, model, list);
    expect((answer.body as Record<string, unknown>)[model.wire.plural]).toEqual(records);
  });

  it('read the record in view, and its related records', async () => {
    const asked = { model: models.project, origin, query: [], id: String(lab.project.id) };
    const record = await send('GET', addressOf(codeOf(asked, language, /^Read /)));
    expect(record.body).toMatchObject({ project: { id: lab.project.id } });
    const related = await send('GET', addressOf(codeOf(asked, language, /^List its /)));
    expect(related.status).toBe(200);
    expect(related.body).toMatchObject({ count: 5 });
  });
});

it('the bodies of the curl commands are accepted', async () => {
  const [project, session] = [String(lab.project.id), String(lab.session.id)];
  const change = codeOf({ model: models.session, origin, query: [], id: session }, 'curl', /^Change /);
  const words = shellWords(change);
  const body: unknown = JSON.parse(words[words.indexOf('-d') + 1] ?? '');
  expect((await send('PATCH', addressOfCurl(change), body)).status).toBe(200);
  const create = codeOf({ model: models.session, origin, query: [], id: null }, 'curl', /^Create /);
  const made = JSON.parse(shellWords(create).at(-1) ?? '') as Record<string, unknown>;
  expect((await send('POST', addressOfCurl(create), { ...made, projects: [project] })).status).toBe(201);
});
