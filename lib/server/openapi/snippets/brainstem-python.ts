import 'server-only';
import type { Model } from '@/lib/declare/model';
import { toPython } from './python';
import { aboutOthers, splitQuery } from './split-query';
import type { Asked, Task } from './task';

/** How Python calls the model: with the words of its address apart, where it has such an alias. */
const nameOf = ({ name, app, aliases = [] }: Model): string =>
  aliases.find((alias) => alias.startsWith(`${app}/`) && alias.includes('_', app.length))?.slice(app.length + 1) ??
  name;

/** A request with the labs’ own package brainstem_api_tools; null for what it has no call for. */
export function writeBrainstemPython(task: Task, { model, origin, id }: Asked): string | null {
  const call = callOf(task, model, id);
  if (!call) return null;
  return [
    '# pip install brainstem_python_api_tools',
    'import os',
    'from brainstem_api_tools import BrainstemClient',
    '',
    `client = BrainstemClient(url=${JSON.stringify(`${origin}/`)}, token=os.environ["SULCUS_TOKEN"])`,
    ...call,
  ].join('\n');
}

function callOf(task: Task, model: Model, id: Asked['id']): string[] | null {
  const name = JSON.stringify(nameOf(model));
  const record = `id=${JSON.stringify(String(id ?? idIn(task.address)))}`;
  const under = task.key === null ? '' : `.json()[${JSON.stringify(task.key)}]`;
  switch (task.name) {
    case 'list':
      return listCall(task, name, under);
    case 'read':
      return [`record = client.load(${name}, ${record})${under}`];
    case 'create':
      return [`record = client.save(${name}, data=${toPython(task.body)})${under}`];
    case 'change':
      return [`record = client.save(${name}, ${record}, data=${toPython(task.body)})${under}`];
    case 'delete':
      return [`assert client.delete(${name}, ${record}).status_code == 204`];
    case 'related':
      return null;
  }
}

const idIn = (address: string): string => address.split('/').filter(Boolean).at(-1) ?? '';

function listCall({ query }: Task, name: string, under: string): string[] {
  const { filters, sort, include, limit, offset, others } = splitQuery(query);
  const options = [
    ...(filters.length > 0 ? [`filters=${toPython(Object.fromEntries(filters), 1)}`] : []),
    ...(sort.length > 0 ? [`sort=${toPython(sort)}`] : []),
    ...(include.length > 0 ? [`include=${toPython(include)}`] : []),
    ...(limit === null ? [] : [`limit=${limit}`]),
    ...(offset === null ? [] : [`offset=${offset}`]),
  ];
  const call =
    options.length === 0
      ? [`records = client.load(${name})${under}`]
      : [`records = client.load(`, `    ${name},`, ...options.map((option) => `    ${option},`), `)${under}`];
  return [...aboutOthers(others, '#'), ...call];
}
