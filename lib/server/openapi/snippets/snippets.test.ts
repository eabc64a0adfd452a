import { describe, expect, it } from 'vitest';
import { modelList, models } from '@/lib/models';
import { snippetsFor, type Asked } from '.';
import { toMatlab } from './matlab';
import { toPython } from './python';

const id = '01900000-0000-7000-8000-000000000001';
const asked: Asked = {
  model: models.session,
  origin: 'https://sulcus.example.org',
  query: [
    ['filter{name.icontains}', "M07's"],
    ['sort[]', '-date_time'],
    ['include[]', 'projects'],
    ['search', 'probe'],
    ['limit', '50'],
  ],
  id,
};

const codeOf = (of: Asked, language: string, title: string): string =>
  snippetsFor(of)
    .find(({ value }) => value === language)
    ?.snippets.find((snippet) => snippet.title === title)?.code ?? '';

describe('a list', () => {
  it('is a curl command that the shell reads as it stands', () => {
    expect(codeOf(asked, 'curl', 'List sessions')).toBe(
      [
        `curl -fsS 'https://sulcus.example.org/api/private/stem/session/'`,
        `-H "Authorization: Bearer $SULCUS_TOKEN"`,
        '-G',
        String.raw`--data-urlencode 'filter{name.icontains}=M07'\''s'`,
        `--data-urlencode 'sort[]=-date_time'`,
        `--data-urlencode 'include[]=projects'`,
        `--data-urlencode 'search=probe'`,
        `--data-urlencode 'limit=50'`,
      ].join(' \\\n  '),
    );
  });

  it('is a request of Python’s requests', () => {
    expect(codeOf(asked, 'python', 'List sessions')).toBe(
      `import os
import requests

response = requests.get(
    "https://sulcus.example.org/api/private/stem/session/",
    headers={"Authorization": f"Bearer {os.environ['SULCUS_TOKEN']}"},
    params=[
        ("filter{name.icontains}", "M07's"),
        ("sort[]", "-date_time"),
        ("include[]", "projects"),
        ("search", "probe"),
        ("limit", "50"),
    ],
    timeout=30,
)
response.raise_for_status()
for record in response.json()["sessions"]:
    print(record["id"])`,
    );
  });

  it('is a call of the labs’ Python client, which says what that client can’t do', () => {
    expect(codeOf(asked, 'brainstem-python', 'List sessions')).toContain(
      `# This client has no option for search.
records = client.load(
    "session",
    filters={
        "name.icontains": "M07's",
    },
    sort=["-date_time"],
    include=["projects"],
    limit=50,
).json()["sessions"]`,
    );
  });

  it('is a call of the labs’ MATLAB client', () => {
    expect(codeOf(asked, 'brainstem-matlab', 'List sessions')).toContain(
      `out = client.load('session', ...
    'filter', {'name.icontains', 'M07''s'}, ...
    'sort', {'-date_time'}, ...
    'include', {'projects'}, ...
    'limit', 50);
records = out.sessions;`,
    );
  });

  it('is read by MATLAB under the name that it makes of the key', () => {
    expect(codeOf({ ...asked, model: models.consumablestock }, 'matlab', 'List consumable stock')).toContain(
      'records = answer.consumableStocks;',
    );
  });
});

describe('a record', () => {
  it.each([
    ['curl', 'Change one field', `-X PATCH`],
    ['python', 'Change one field', 'requests.patch('],
    ['brainstem-python', 'Change one field', `client.save("session", id="${id}", data={`],
    ['matlab', 'Change one field', `'RequestMethod', 'patch'`],
    ['brainstem-matlab', 'Change one field', `client.save(data, 'session', 'method', 'patch')`],
    ['curl', 'Delete a session', '-X DELETE'],
    ['brainstem-python', 'Delete a session', `client.delete("session", id="${id}")`],
    ['matlab', 'Delete a session', `RequestMessage('DELETE', header)`],
    ['curl', 'List its subjects', `/session/${id}/subjects/'`],
  ])('in %s: %s', (language, title, part) => {
    const code = codeOf(asked, language, title);
    expect(code).toContain(part);
    expect(code).toContain(id);
  });

  it('is only offered to be changed where it can be', () => {
    const titles = snippetsFor({ ...asked, model: models.user }).flatMap(({ snippets }) =>
      snippets.map(({ title }) => title),
    );
    expect(titles).toContain('Change one field');
    expect(titles).not.toContain('Create a user');
  });
});

describe('a value', () => {
  const value = { text: `it's "so"`, on: true, none: null, list: ['a'], rows: [{ n: 1 }], empty: [] };

  it('is written as Python writes it', () => {
    expect(toPython(value)).toBe(`{
    "text": "it's \\"so\\"",
    "on": True,
    "none": None,
    "list": ["a"],
    "rows": [
        {
            "n": 1,
        },
    ],
    "empty": [],
}`);
  });

  it('is written as MATLAB writes it, a cell in a struct in a cell of its own', () => {
    expect(toMatlab(value)).toBe(
      `struct('text', 'it''s "so"', 'on', true, 'none', [], 'list', {{'a'}}, 'rows', {{struct('n', 1)}}, 'empty', {{}})`,
    );
  });
});

it('every model has snippets, and the clients are shown only for models that they know', () => {
  for (const model of modelList) {
    const sets = snippetsFor({ ...asked, model, query: [], id: null });
    expect(sets.map(({ value }) => value)).toEqual(expect.arrayContaining(['curl', 'python', 'matlab']));
    for (const { snippets } of sets)
      for (const { code } of snippets) expect(code, model.name).not.toMatch(/undefined|\[object|NaN/);
  }
  const known = (model: (typeof modelList)[number]) =>
    snippetsFor({ ...asked, model }).some(({ value }) => value.startsWith('brainstem'));
  expect(known(models.session)).toBe(true);
  expect(known(models.epoch)).toBe(false);
});
