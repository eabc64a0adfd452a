import 'server-only';
import { isInverse, type Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import { withArticle } from '@/lib/declare/problem';
import { exampleChange, exampleCreate, exampleId } from '../example';
import { creators, isWritable, shownFields } from '../facts';
import type { Json } from '../json';

/** One query parameter. */
export type Parameter = readonly [name: string, value: string];

/** What a page of snippets is about. */
export type Asked = {
  readonly model: Model;
  /** Where this instance is reached, without a slash at its end. */
  readonly origin: string;
  /** The query of the list, as the API takes it. */
  readonly query: readonly Parameter[];
  /** The record in view; null where there is none. */
  readonly id: string | number | null;
};

/** One request, as every language writes it. */
export type Task = {
  readonly name: 'list' | 'read' | 'create' | 'change' | 'related' | 'delete';
  readonly title: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Absolute, without the query. */
  readonly address: string;
  readonly query: readonly Parameter[];
  readonly body: Json | null;
  /** The key under which the answer comes; null for none. */
  readonly key: string | null;
  readonly isList: boolean;
};

/** The requests that are shown for a model, in the order in which one needs them. */
export function tasksOf({ model, origin, query, id }: Asked): Task[] {
  const { singular, plural } = model.wire;
  const list = `${origin}/api/private/${model.app}/${model.name}/`;
  const record = `${list}${id ?? exampleId(model)}/`;
  const one = withArticle(model.label);
  const plain = { query: [], body: null, isList: false };
  const tasks: Task[] = [
    {
      ...plain,
      name: 'list',
      title: `List ${model.labelPlural.toLowerCase()}`,
      method: 'GET',
      address: list,
      query,
      key: plural,
      isList: true,
    },
    { ...plain, name: 'read', title: `Read ${one}`, method: 'GET', address: record, key: singular },
  ];
  if (creators(model) !== 'nobody')
    tasks.push({
      ...plain,
      name: 'create',
      title: `Create ${one}`,
      method: 'POST',
      address: list,
      body: exampleCreate(model),
      key: singular,
    });
  if (isWritable(model))
    tasks.push({
      ...plain,
      name: 'change',
      title: 'Change one field',
      method: 'PATCH',
      address: record,
      body: exampleChange(model),
      key: singular,
    });
  const related = relatedTask(model, record);
  if (related) tasks.push({ ...plain, ...related });
  if (isWritable(model))
    tasks.push({ ...plain, name: 'delete', title: `Delete ${one}`, method: 'DELETE', address: record, key: null });
  return tasks;
}

function relatedTask(model: Model, record: string): Omit<Task, 'query' | 'body'> | null {
  const [first] = shownFields(model).filter(([, field]) => isInverse(field));
  if (!first) return null;
  const [name, field] = first;
  const child = isInverse(field) ? modelNamed(field.of) : model;
  return {
    name: 'related',
    title: `List its ${field.label.toLowerCase()}`,
    method: 'GET',
    address: `${record}${name}/`,
    key: child.wire.plural,
    isList: true,
  };
}
