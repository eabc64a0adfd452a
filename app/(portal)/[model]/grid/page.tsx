import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { BulkTarget } from '@/components/bulk/target';
import { readTarget } from '@/components/grid/address';
import { GridLoader } from '@/components/grid/grid-loader';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { gridRowsMax } from '@/lib/declare/grid';
import { viewOf } from '@/lib/declare/view';
import { AppError } from '@/lib/errors';
import { gridColumnsOf } from '@/lib/formats/grid/columns';
import { gridTableOf, isGridWhole } from '@/lib/formats/grid/table';
import { mayCreate, needsApproval } from '@/lib/server/access';
import { requireViewer } from '@/lib/server/auth/viewer';
import { modelOf } from '../load';
import { refusal } from '../refusal';
import { findCandidates, findWords } from '../lookup-actions';
import { checkGrid, loadGridRows, saveGrid, undoGridSave } from './actions';
import { beginningOf, loadRows } from './load-rows';

type Props = {
  params: Promise<{ model: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const blankUsual = 15;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await modelOf(params)).labelPlural} in a grid` };
}

/** Many records of a model in a sheet: those that the address names, or new ones. */
export default async function GridPage({ params, searchParams }: Props) {
  const [viewer, model, query] = await Promise.all([requireViewer(), modelOf(params), searchParams]);
  const table = gridTableOf(model);
  const target = readTarget(model.path, query);
  const mayAdd = mayCreate(viewer, model) && isGridWhole(model);
  if (!table || (target === null && !mayAdd)) notFound();
  const found = target ? await loadRows(viewer, model, table, target).catch(refusal) : [];
  const records = Array.isArray(found) ? found : [];
  const what = model.labelPlural.toLowerCase();
  return (
    <>
      <PageHeader
        title={target ? `Edit ${what} in a grid` : `New ${what} in a grid`}
        breadcrumbs={[{ label: model.labelPlural, href: `/${model.path}` }, { label: 'Grid' }]}
      />
      {needsApproval(viewer, model) ? (
        <Callout className="mb-3">
          Everyone shares this catalogue: a reviewer looks at what you add or change before it takes effect.
        </Callout>
      ) : null}
      {found instanceof AppError ? (
        <Callout tone="warning" title="These can’t be shown in a grid">
          {found.message}
        </Callout>
      ) : target && records.length === 0 ? (
        <Callout tone="warning" title={`None of these ${what} are there`}>
          They were deleted, or you may no longer see them.
        </Callout>
      ) : (
        <GridLoader
          // Other records are another sheet.
          key={JSON.stringify(target)}
          view={viewOf(model)}
          name={nameOf(target)}
          columns={gridColumnsOf(model)}
          records={records}
          blank={target ? 0 : blankRows(query.count)}
          mayAdd={mayAdd}
          beginning={mayAdd ? await beginningOf(viewer, model, table) : {}}
          actions={{
            load: loadGridRows.bind(null, model.path),
            check: checkGrid.bind(null, model.path),
            save: saveGrid.bind(null, model.path),
            undo: undoGridSave.bind(null, model.path),
            candidates: findCandidates,
            words: findWords.bind(null, model.path),
          }}
          cancelHref={`/${model.path}`}
        />
      )}
    </>
  );
}

function blankRows(count: string | string[] | undefined): number {
  const asked = Number(count);
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, gridRowsMax) : blankUsual;
}

/** What tells a sheet from others of its model, whatever its list finds today. */
function nameOf(target: BulkTarget | null): string {
  if (target === null) return 'new';
  return 'query' in target ? `?${target.query}` : target.ids.toSorted().join(',');
}
