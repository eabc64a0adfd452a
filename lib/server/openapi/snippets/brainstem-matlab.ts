import 'server-only';
import { matlabName } from '../../api/matlab';
import { toMatlab, writeStruct } from './matlab';
import { aboutOthers, splitQuery } from './split-query';
import type { Asked, Task } from './task';

/** A request with the labs’ own brainstem_matlab_api_tools; null for what it has no call for. */
export function writeBrainstemMatlab(task: Task, { model, origin, id }: Asked): string | null {
  const call = callOf(task, model.name, String(id ?? idIn(task.address)));
  if (!call) return null;
  return [
    `client = BrainstemClient('url', ${toMatlab(`${origin}/`)}, 'token', getenv('SULCUS_TOKEN'));`,
    ...call,
    ...(task.key === null ? [] : [`${task.isList ? 'records' : 'record'} = out.${matlabName(task.key)};`]),
  ].join('\n');
}

function callOf(task: Task, name: string, id: string): string[] | null {
  switch (task.name) {
    case 'list':
      return listCall(task, name);
    case 'read':
      return [`out = client.load('${name}', 'id', ${toMatlab(id)});`];
    case 'create':
      return [...writeStruct('data', task.body ?? {}), `out = client.save(data, '${name}');`];
    case 'change':
      return [...writeStruct('data', { id, ...task.body }), `out = client.save(data, '${name}', 'method', 'patch');`];
    case 'delete':
      return [`client.delete(${toMatlab(id)}, '${name}');`];
    case 'related':
      return null;
  }
}

const idIn = (address: string): string => address.split('/').filter(Boolean).at(-1) ?? '';

function listCall({ query }: Task, name: string): string[] {
  const { filters, sort, include, limit, offset, others } = splitQuery(query);
  const options = [
    ...(filters.length > 0 ? [`'filter', ${toMatlab(filters.flat())}`] : []),
    ...(sort.length > 0 ? [`'sort', ${toMatlab(sort)}`] : []),
    ...(include.length > 0 ? [`'include', ${toMatlab(include)}`] : []),
    ...(limit === null ? [] : [`'limit', ${limit}`]),
    ...(offset === null ? [] : [`'offset', ${offset}`]),
  ];
  return [...aboutOthers(others, '%'), `out = client.load(${[`'${name}'`, ...options].join(', ...\n    ')});`];
}
