import type { Asked } from './load.ts';
import { counts, idOf, tokenOf, wordOf } from './seed.ts';

/** What is measured: what clients ask of us, and what is asked of the floor for the same. */
export type Scenario = {
  readonly name: string;
  readonly label: string;
  readonly ours: (n: number) => Asked;
  /** Null where the floor has nothing of the kind. */
  readonly floor: ((n: number) => Asked) | null;
  /** Somebody else writes all the time, so that nothing that was counted before still holds. */
  readonly withWrites?: boolean;
  /** Where each request is long work, fewer at a time. */
  readonly connections?: number;
  /** Records in one request, where the figure is that of records. */
  readonly records?: number;
};

/** The projects that each user reaches, by number. */
export type Reach = readonly (readonly number[])[];

const bulkRecords = 1000;
const sessions = '/api/private/stem/session/';
const get = (path: string): Asked => ({ method: 'GET', path });

export function scenarios(size: number, reach: Reach): Scenario[] {
  const user = (n: number) => (n * 7919) % counts.users;
  const project = (n: number) => reach[user(n)]?.[(n * 31) % (reach[user(n)]?.length || 1)] ?? 0;
  /** A session that the user reaches: those of a project are every 500th. */
  const reached = (n: number) =>
    project(n) + counts.projects * ((n * 17) % Math.max(1, Math.floor(size / counts.projects)));
  const session = (n: number) => idOf('session', reached(n));
  const asUser = (n: number, asked: Asked): Asked => ({ ...asked, token: tokenOf(user(n)) });
  const filter = (n: number) => (n % 2 === 0 ? '' : `&filter%7Bname.icontains%7D=${wordOf(n)}`);
  const list = (n: number) => asUser(n, get(`${sessions}?limit=20&sort%5B%5D=name${filter(n)}`));
  const floorList = (n: number, count: boolean) =>
    get(`/list?user=${idOf('user', user(n))}${n % 2 === 0 ? '' : `&word=${wordOf(n)}`}${count ? '&count=1' : ''}`);
  const created = (n: number) => ({
    name: `new {n}`,
    description: '<p>As yesterday.</p>',
    date_time: '2026-03-14T09:30:00Z',
    projects: [idOf('project', writable(n))],
  });
  const many = (n: number) =>
    Array.from({ length: bulkRecords }, (_, index) => ({ ...created(n), name: `bulk {n} ${index}` }));
  /** Projects that the user owns: every 200th, from the user's own number on. */
  const writable = (n: number) => user(n) + counts.users * (n % 2);

  /** The beginning of a name, a whole one, a mistyped one, a number, words of all sessions, one of them with a rare one, a person. */
  const searched = (n: number): string => {
    const place = reached(n);
    const digits = String(place).padStart(6, '0');
    const name = `${wordOf(place)}-${digits}`;
    const mistyped = `${name.slice(0, 4)}x${name.slice(5)}x`;
    const person = `Person No ${n % counts.users}`;
    const ways = [wordOf(place), name, mistyped, `#${place + 1}`, 'linear track', `linear ${digits}`, person];
    return ways[n % ways.length] ?? '';
  };

  return [
    { name: 'list', label: 'list with count', ours: list, floor: (n) => floorList(n, true) },
    {
      name: 'list-page',
      label: 'list with count, beside the page alone',
      ours: list,
      floor: (n) => floorList(n, false),
    },
    {
      name: 'list-new',
      label: 'list with count, while others write',
      ours: list,
      floor: (n) => floorList(n, true),
      withWrites: true,
    },
    {
      name: 'include',
      label: 'list with epochs and data acquisitions',
      ours: (n) => {
        const asked = list(n);
        return { ...asked, path: `${asked.path}&include%5B%5D=epochs.%2A&include%5B%5D=dataacquisition.%2A` };
      },
      floor: (n) => ({ ...floorList(n, true), path: `${floorList(n, true).path}&include=1` }),
    },
    {
      name: 'words',
      label: 'text search in the fields of one kind',
      ours: (n) => asUser(n, get(`${sessions}?limit=20&search=${wordOf(n)}`)),
      floor: (n) => get(`/search?user=${idOf('user', user(n))}&word=${wordOf(n)}`),
    },
    {
      name: 'search',
      label: 'one search over everything, seven ways to ask',
      connections: 4,
      ours: (n) => asUser(n, get(`/api/search?q=${encodeURIComponent(searched(n))}`)),
      floor: null,
    },
    {
      name: 'detail',
      label: 'detail',
      ours: (n) => asUser(n, get(`${sessions}${session(n)}/`)),
      floor: (n) => get(`/detail?user=${idOf('user', user(n))}&id=${session(n)}`),
    },
    {
      name: 'toml',
      label: 'session.toml',
      ours: (n) => asUser(n, get(`${sessions}${session(n)}/session.toml`)),
      floor: null,
    },
    {
      name: 'create',
      label: 'create with links and audit',
      ours: (n) => asUser(n, { method: 'POST', path: sessions, body: JSON.stringify(created(n)) }),
      floor: (n) => ({
        method: 'POST',
        path: `/create?user=${idOf('user', user(n))}`,
        body: JSON.stringify(created(n)),
      }),
    },
    {
      name: 'bulk',
      label: `bulk create of ${bulkRecords} with links and audit, records`,
      connections: 2,
      records: bulkRecords,
      ours: (n) => asUser(n, { method: 'POST', path: `${sessions}bulk/`, body: JSON.stringify(many(n)) }),
      floor: (n) => ({ method: 'POST', path: `/bulk?user=${idOf('user', user(n))}`, body: JSON.stringify(many(n)) }),
    },
    {
      name: 'export',
      label: 'export of all that one sees, as NDJSON',
      connections: 2,
      ours: (n) => asUser(n, get(`${sessions}export/`)),
      floor: (n) => get(`/export?user=${idOf('user', user(n))}`),
    },
  ];
}
