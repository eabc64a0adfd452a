import { columnsOf, hasCell } from '@/components/table/columns';
import { DataTable } from '@/components/table/data-table';
import { recordTable } from '@/components/table/record-table';
import { Card } from '@/components/ui/card';
import { Pagination } from '@/components/ui/pagination';
import type { Model } from '@/lib/declare/model';
import { viewOf } from '@/lib/declare/view';
import { listRecords } from '@/lib/server/operations/list';
import { TitleQuestions } from '@/lib/server/queries/titles';
import { anonymousViewer } from '@/lib/server/viewer';
import { publicShowing } from './public-record';

const size = 25;

interface PublicTableProps {
  model: Model;
  /** The field and the id that the records are in. */
  of: { field: string; id: string };
  /** Columns that say nothing here. */
  without: readonly string[];
  page: number;
  pageHref: (page: number) => string;
}

/** The public records of a model that belong to another one. */
export async function PublicTable({ model, of, without, page, pageHref }: PublicTableProps) {
  const view = viewOf(model);
  const columns = columnsOf(view, [])
    .filter(({ name, isListed, field }) => isListed && !without.includes(name) && hasCell(field))
    .slice(0, 6);
  const shown = columns.map(({ name }) => name);
  const { records, count } = await listRecords(anonymousViewer, model, {
    filters: [{ path: [of.field], operator: 'exact', values: [of.id] }],
    sort: [],
    limit: size,
    offset: (page - 1) * size,
    exclude: Object.keys(model.fields).filter((name) => !shown.includes(name)),
    withEnds: true,
  });
  const showing = publicShowing(await new TitleQuestions().addRecords(model, records, shown).answer(anonymousViewer));
  const total = count ?? records.length;
  const from = (page - 1) * size + 1;
  return (
    <Card
      title={
        <>
          {model.labelPlural}{' '}
          <span className="font-normal text-muted-foreground tabular-nums">{total.toLocaleString('en')}</span>
        </>
      }
    >
      {records.length === 0 ? (
        <p className="text-sm text-muted-foreground">None.</p>
      ) : (
        <DataTable
          label={model.labelPlural}
          {...recordTable({
            view,
            columns,
            records,
            showing,
            hrefOf: ({ id }) => `/${showing.paths[model.name]}/${id}`,
          })}
        />
      )}
      {total > size ? (
        <Pagination
          from={records.length > 0 ? from : 0}
          to={records.length > 0 ? from + records.length - 1 : 0}
          total={total.toLocaleString('en')}
          previousHref={page > 1 ? pageHref(page - 1) : null}
          nextHref={from + records.length - 1 < total ? pageHref(page + 1) : null}
        />
      ) : null}
    </Card>
  );
}

/** A page's number from the address; anything odd is the first. */
export function pageOf(given: string | string[] | undefined): number {
  const page = Number(given);
  return Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1;
}
