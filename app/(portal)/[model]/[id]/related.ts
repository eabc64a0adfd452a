import 'server-only';
import type { RelatedList } from '@/components/detail/related-lists';
import { overridesOf } from '@/components/models/overrides';
import { columnsOf, hasCell, type Column } from '@/components/table/columns';
import type { InverseField } from '@/lib/declare/kinds/inverse';
import { isInverse, isReference, isReferences, type AnyRecord, type Model } from '@/lib/declare/model';
import { viewOf } from '@/lib/declare/view';
import { modelNamed } from '@/lib/models';
import { mayCreate } from '@/lib/server/access';
import { listRecords } from '@/lib/server/operations/list';
import type { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';
import { logFieldOf } from '../log-field';

const rowsShown = 10;
const membersShown = 200;

/** Logs have a list of their own (log-lists.ts) on the page of what they are kept of. */
const isOwnLog = (child: Model, by: string): boolean =>
  logFieldOf(child) !== null && child.access.by === 'via' && child.access.field === by;

/** The records that point at this one, the first of each kind, with the questions for their titles. */
export async function relatedLists(
  viewer: UserViewer,
  model: Model,
  record: AnyRecord,
  mayAdd: boolean,
  questions: TitleQuestions,
): Promise<RelatedList[]> {
  const { tables = [], hasList = () => true, addLinks = {} } = overridesOf(model.name);
  const lists = Object.entries(model.fields).flatMap(([name, field]) =>
    isInverse(field) && !isOwnLog(modelNamed(field.of), field.by) && hasList(record, name) ? [{ name, field }] : [],
  );
  const members = tables.map((name) => memberList(viewer, model, record, name, questions));
  return Promise.all([
    ...members,
    ...lists.map(async ({ name, field }) => {
      const child = modelNamed(field.of);
      const parent = parentOf(child, field.by);
      const columns = relatedColumns(child, field.by, parent?.name ?? null);
      const shown = columns.map((column) => column.name);
      const id = String(record.id);
      const beyond = await beyondOf(viewer, model, field, id);
      const { records } = await listRecords(
        viewer,
        child,
        {
          filters: [{ path: [field.by], operator: 'exact', values: [id] }, ...(beyond?.filters ?? [])],
          sort: [],
          limit: rowsShown,
          offset: 0,
          exclude: Object.keys(child.fields).filter((one) => !shown.includes(one)),
          withEnds: true,
        },
        'none',
      );
      questions.addRecords(child, records, shown);
      const ids = record[name];
      const mayAddOne = mayAdd && mayCreate(viewer, child);
      return {
        name,
        label: field.label,
        view: viewOf(child),
        columns,
        records: beyond?.inOrder(records) ?? records,
        hrefOf: (one: AnyRecord) => hrefOf(child, one, parent),
        count: Array.isArray(ids) ? ids.length : records.length,
        allHref: beyond?.allHref ?? `/${child.path}?f.${field.by}=${id}`,
        addHref: mayAddOne ? `/${child.path}/new?${field.by}=${id}` : null,
        addLink: (mayAddOne && addLinks[name]?.(id)) || null,
      };
    }),
  ]);
}

/**
 * The first records that a list leads to, in the order of their own lists: the sessions of a subject, the latest first. Null
 * for a list that leads no further, or nowhere yet.
 */
async function beyondOf(viewer: UserViewer, model: Model, { of, by, leadsTo }: InverseField, id: string) {
  if (!leadsTo) return null;
  const target = modelNamed(leadsTo.to);
  const [back] =
    Object.entries(target.fields).find(
      ([, one]) => isInverse(one) && one.of === of && one.leadsTo?.to === model.name,
    ) ?? [];
  if (!back) return null;
  const filters = [{ path: [back, by], operator: 'exact' as const, values: [id] }];
  const list = { filters, sort: [], limit: rowsShown, offset: 0, exclude: Object.keys(target.fields) };
  const { records } = await listRecords(viewer, target, list, 'none');
  const ids = records.map((one) => String(one.id));
  if (ids.length === 0) return null;
  const place = (one: AnyRecord) => ids.indexOf(String(one[leadsTo.by]));
  return {
    filters: [{ path: [leadsTo.by], operator: 'in' as const, values: [ids.join(',')] }],
    inOrder: (rows: readonly AnyRecord[]) => rows.toSorted((one, other) => place(one) - place(other)),
    allHref: `/${target.path}?f.${back}=${id}`,
  };
}

/** The records that this one is about, in their order: the sessions of a collection. */
async function memberList(
  viewer: UserViewer,
  model: Model,
  record: AnyRecord,
  name: string,
  questions: TitleQuestions,
): Promise<RelatedList> {
  const field = model.fields[name];
  if (!field || !isReferences(field)) throw new Error(`${model.name}.${name} holds no records.`);
  const member = modelNamed(field.to);
  const columns = relatedColumns(member, '', null);
  const shown = columns.map((column) => column.name);
  const ids = [record[name] ?? []].flat().map(String);
  const { records } = await listRecords(
    viewer,
    member,
    {
      filters: [{ path: ['id'], operator: 'in', values: [ids.slice(0, membersShown).join(',')] }],
      sort: [],
      limit: membersShown,
      offset: 0,
      exclude: Object.keys(member.fields).filter((one) => !shown.includes(one)),
      withEnds: true,
    },
    'none',
  );
  questions.addRecords(member, records, shown);
  const inOrder = records.toSorted((one, other) => ids.indexOf(String(one.id)) - ids.indexOf(String(other.id)));
  return {
    name,
    label: field.label,
    view: viewOf(member),
    columns,
    records: inOrder,
    hrefOf: (one) => `/${member.path}/${one.id}`,
    count: ids.length,
    allHref: null,
    addHref: null,
  };
}

type Parent = { readonly name: string; readonly path: string };

/** The other record that one without a page in the navigation hangs on: the session of a subject's part in it. */
function parentOf(child: Model, by: string): Parent | null {
  const name = child.nav === null && child.access.by === 'via' && child.access.field !== by ? child.access.field : null;
  const field = name ? child.fields[name] : undefined;
  return name && field && isReference(field) ? { name, path: modelNamed(field.to).path } : null;
}

const hrefOf = (child: Model, record: AnyRecord, parent: Parent | null): string =>
  parent && record[parent.name] ? `/${parent.path}/${String(record[parent.name])}` : `/${child.path}/${record.id}`;

/** The columns of a related list: that other record or the title first, then the usual ones. */
function relatedColumns(child: Model, by: string, parent: string | null): Column[] {
  const all = columnsOf(viewOf(child), []);
  const first = all.filter(({ name }) => name === parent);
  const others = all.filter(({ name, isListed }) => isListed && name !== by && name !== parent);
  return [...first, ...others].filter(({ field }) => hasCell(field)).slice(0, 6);
}
