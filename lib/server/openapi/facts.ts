import 'server-only';
import { comparisons, type Operator } from '@/lib/declare/field';
import { kindOf } from '@/lib/declare/kinds';
import type { Field, Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import { mayAsk, mayCreate } from '../access';
import { anonymousViewer, type UserViewer } from '../viewer';
import { isIncludable, targetOf } from './field-schema';

/** What a declaration comes to on the wire, for the document and for its pages. */

const anybody: UserViewer = {
  kind: 'user',
  id: '00000000-0000-7000-8000-000000000000',
  number: 0,
  email: '',
  name: '',
  isSuperuser: false,
  via: 'token',
  tokenId: null,
  portal: 'private',
};
const administrator: UserViewer = { ...anybody, isSuperuser: true };

/** Who can create records: everyone, only administrators, or nobody over the API. */
export function creators(model: Model): 'everyone' | 'administrators' | 'nobody' {
  if (mayCreate(anybody, model)) return 'everyone';
  return mayCreate(administrator, model) ? 'administrators' : 'nobody';
}

/** Whether any request changes records of the model, its actions aside. */
export const isWritable = (model: Model): boolean => !model.readOnly;

export const isOnPublicPortal = (model: Model): boolean => mayAsk(anonymousViewer, model);

/** Whether what ordinary users send waits for a reviewer. */
export const isReviewed = (model: Model): boolean => model.access.by === 'catalogue' && model.access.proposals;

/** The model under which the wire answers what waits for a reviewer; null where it answers the record. */
export const approvalModelOf = (model: Model): Model | null =>
  model.access.by === 'catalogue' && model.access.proposals && model.access.answer !== 'record'
    ? modelNamed(`${model.name}approval`)
    : null;

export const shownFields = (model: Model): [string, Field][] =>
  Object.entries(model.fields).filter(([, field]) => !field.internal);

export const writableFields = (model: Model): [string, Field][] =>
  shownFields(model).filter(([, field]) => !field.readOnly);

/** The names that a list is sorted by; `-` before one turns it round. */
export const sortNames = (model: Model): string[] => [
  ...shownFields(model).flatMap(([name, field]) => (kindOf(field).sortable ? [name] : [])),
  'created_at',
  'updated_at',
  'id',
  ...(model.number && !('number' in model.fields) ? ['number'] : []),
];

/** The relations that `include[]` puts in place of ids. */
export const includeNames = (model: Model): string[] =>
  shownFields(model).flatMap(([name, field]) => (isIncludable(field) ? [name] : []));

/** One name that filters take, with how it compares. */
export type FilterFact = {
  readonly name: string;
  readonly label: string;
  readonly operators: readonly Operator[];
  /** What follows a dot is a field of the records it leads to. */
  readonly isRelation: boolean;
};

const byId: readonly Operator[] = ['exact', 'in'];

/** Every name that filters take: fields, what each record has besides, and the names that clients use for others. */
export function filtersOf(model: Model): FilterFact[] {
  const own = shownFields(model).flatMap(([name, field]): FilterFact[] => {
    const { operators } = kindOf(field);
    return operators.length > 0 ? [{ name, label: field.label, operators, isRelation: isIncludable(field) }] : [];
  });
  const plain = (name: string, label: string, operators: readonly Operator[]): FilterFact[] =>
    name in model.fields ? [] : [{ name, label, operators, isRelation: false }];
  const aliases = Object.entries(model.filterAliases ?? {}).map(([name, ways]): FilterFact => {
    const [way = ''] = ways;
    return { name, label: `Stands for ${ways.join(' or ').replaceAll('/', ' by ')}`, ...endOf(model, way.split('.')) };
  });
  return [
    ...plain('id', 'Id', byId),
    ...(model.number ? plain('number', 'Number', byId) : []),
    ...own,
    ...aliases,
    ...plain('created_at', 'Created', comparisons),
    ...plain('updated_at', 'Changed', comparisons),
  ];
}

/** How one compares what a path of names leads to. A part `model/field` leads to the records of that model. */
function endOf(model: Model, [name = '', ...rest]: readonly string[]): Pick<FilterFact, 'operators' | 'isRelation'> {
  const field = model.fields[name];
  const [child] = name.split('/');
  const next = name.includes('/') ? modelNamed(child ?? '') : field ? targetOf(field)?.model : undefined;
  if (next && rest.length > 0) return endOf(next, rest);
  return { operators: field ? kindOf(field).operators : byId, isRelation: next !== undefined };
}
