import 'server-only';
import type { RelatedList } from '@/components/detail/related-lists';
import { partsOf } from '@/components/fields';
import { columnsOf, type Column } from '@/components/table/columns';
import { isInverse, isReference, type AnyRecord, type Model } from '@/lib/declare/model';
import { viewOf } from '@/lib/declare/view';
import { modelNamed } from '@/lib/models';
import { listRecords } from '@/lib/server/operations/list';
import type { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';

const rowsShown = 10;

/** The records that point at this one, the first of each kind, with the questions for their titles. */
export async function relatedLists(
  viewer: UserViewer,
  model: Model,
  record: AnyRecord,
  mayAdd: boolean,
  questions: TitleQuestions,
): Promise<RelatedList[]> {
  const lists = Object.entries(model.fields).flatMap(([name, field]) => (isInverse(field) ? [{ name, field }] : []));
  return Promise.all(
    lists.map(async ({ name, field }) => {
      const child = modelNamed(field.of);
      const columns = relatedColumns(child, field.by);
      const shown = columns.map((column) => column.name);
      const id = String(record.id);
      const { records } = await listRecords(
        viewer,
        child,
        {
          filters: [{ path: [field.by], operator: 'exact', values: [id] }],
          sort: [],
          limit: rowsShown,
          offset: 0,
          exclude: Object.keys(child.fields).filter((one) => !shown.includes(one)),
        },
        'none',
      );
      questions.addRecords(child, records, shown);
      const ids = record[name];
      return {
        name,
        label: field.label,
        view: viewOf(child),
        columns,
        records,
        count: Array.isArray(ids) ? ids.length : records.length,
        allHref: `/${child.path}?f.${field.by}=${id}`,
        addHref: mayAdd ? `/${child.path}/new?${field.by}=${id}` : null,
      };
    }),
  );
}

/** The columns of a related list: what it hangs on besides this record first, then the usual ones. */
function relatedColumns(child: Model, by: string): Column[] {
  const view = viewOf(child);
  const all = columnsOf(view, []);
  const parent = child.access.by === 'via' && child.access.field !== by ? child.access.field : null;
  const parentField = parent ? child.fields[parent] : undefined;
  const isUsual = ({ name, isListed }: Column) => isListed && name !== by && name !== child.title && name !== parent;
  const title = all.filter(({ name }) => name === child.title);
  const first = all.filter(({ name }) => name === parent && parentField && isReference(parentField));
  return [...title, ...first, ...all.filter(isUsual)].filter(({ field }) => !partsOf(field).isRelated).slice(0, 6);
}
