import type { Metadata } from 'next';
import Link from 'next/link';
import { ApiButton } from '@/components/api-docs/api-button';
import { splitValues } from '@/components/fields/filter-text';
import { overridesOf } from '@/components/models/overrides';
import { columnsOf, shownColumns } from '@/components/table/columns';
import { filterFieldNamed, filterFieldsOf, filterWords } from '@/components/table/filters';
import { ListFoot } from '@/components/table/list-foot';
import { ListEmpty } from '@/components/table/list-empty';
import { listHref, nextSort } from '@/components/table/list-state';
import { ListView } from '@/components/table/list-view';
import { recordTable } from '@/components/table/record-table';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { filterTarget } from '@/lib/declare/filter-target';
import type { Model } from '@/lib/declare/model';
import { viewOf } from '@/lib/declare/view';
import { AppError } from '@/lib/errors';
import { gridTableOf, isGridWhole } from '@/lib/formats/grid/table';
import { mayCreate } from '@/lib/server/access';
import { toApiQuery } from '@/lib/server/api/api-query';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { countCap, listRecords } from '@/lib/server/operations/list';
import { TitleQuestions } from '@/lib/server/queries/titles';
import { measuredTypes } from '@/lib/vocabularies/measured-types';
import { changeTasks } from '@/lib/server/operations/change-many-choices';
import { areDeletable } from '@/lib/server/operations/remove-many';
import { undoDeletion } from './actions';
import { answeredAt } from './answered-at';
import { deleteMany, planRemovalOfMany } from './bulk-actions';
import { applyMany, manyChoices, planMany, undoMany } from './change-many-actions';
import { sortableFields, toListQuery } from './list-query';
import { loadCard } from './card-action';
import { listedBy } from './list-views';
import { modelOf, showingWith } from './load';
import { findCandidates, findRecords, findWords } from './lookup-actions';
import { summarisedFields, withSummaries } from './with-summaries';

type Props = {
  params: Promise<{ model: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await modelOf(params)).labelPlural };
}

export default async function ListPage({ params, searchParams }: Props) {
  const [viewer, model, query] = await Promise.all([requireViewer(), modelOf(params), searchParams]);
  const view = viewOf(model);
  const path = `/${model.path}`;
  const { state, views, isMissing } = await listedBy(viewer, model, query);
  const all = columnsOf(view, sortableFields(model));
  const columns = shownColumns(view, sortableFields(model), state.cols);
  const list = toListQuery(
    model,
    view,
    state,
    columns.map(({ name }) => name),
    getEnv().LAB_TIME_ZONE,
  );

  const exclude = [...(list.exclude ?? []), ...summarisedFields(model)];
  const found = await listRecords(viewer, model, { ...list, exclude, withEnds: true }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'invalid') return { error };
    throw error;
  });
  const isBroken = 'error' in found;
  const records = isBroken ? [] : await withSummaries(viewer, model, found.records);
  const count = isBroken ? 0 : (found.count ?? records.length);

  const questions = new TitleQuestions().addRecords(
    model,
    records,
    columns.map(({ name }) => name),
  );
  for (const [name, text] of Object.entries(state.filters)) {
    const field = filterFieldNamed(view, name);
    const target = field && filterTarget(field);
    if (target && !isBroken) questions.add(target, splitValues(text));
  }
  const showing = showingWith(await questions.answer(viewer));

  const sort = state.sort || model.sort;
  const total = count > countCap ? `${countCap.toLocaleString('en')}+` : count.toLocaleString('en');
  const isNarrowed = state.q !== '' || Object.keys(state.filters).length > 0;
  const newHref = mayCreate(viewer, model) ? `${path}/new` : null;
  const deletedHref = areDeletable(model) ? `/deleted?kind=${model.path}` : null;
  const answered = answeredAt(model);
  const from = (state.page - 1) * state.size + 1;
  const active = Object.entries(state.filters).flatMap(([name, text]) => {
    const field = filterFieldNamed(view, name);
    return field ? [{ name, text: filterWords(field, text, showing) }] : [];
  });

  return (
    <>
      <PageHeader
        title={model.labelPlural}
        subtitle={model.help}
        badges={isBroken ? null : <span className="text-muted-foreground tabular-nums">{total}</span>}
        secondaryActions={
          <>
            <ApiButton model={model} query={isBroken ? [] : toApiQuery({ ...list, exclude: [] })} />
            {newHref && isGridWhole(model) ? (
              <Button asChild>
                <Link href={`${path}/grid`}>New in a grid</Link>
              </Button>
            ) : null}
            {newHref
              ? overridesOf(model.name).listLinks?.map(({ label, href }) => (
                  <Button asChild key={href}>
                    <Link href={href}>{label}</Link>
                  </Button>
                ))
              : null}
          </>
        }
        action={
          newHref ? (
            <Button asChild variant="primary">
              <Link href={newHref} data-shortcut="n">
                New {model.label.toLowerCase()}
              </Link>
            </Button>
          ) : answered ? (
            <Button asChild>
              <Link href={answered.href}>{answered.label}</Link>
            </Button>
          ) : null
        }
      />
      {isBroken ? (
        <Callout tone="warning" title="This address can’t be listed" className="mb-3">
          {found.error.message}
        </Callout>
      ) : null}
      {isMissing ? (
        <Callout tone="warning" title="This view is not there" className="mb-3">
          It was deleted, or it isn’t shared with you. Everything is listed instead.
        </Callout>
      ) : null}
      <ListView
        path={path}
        label={model.labelPlural}
        labelOfOne={model.label}
        state={state}
        filters={filterFieldsOf(view)}
        active={active}
        showing={showing}
        lookups={{ search: findRecords.bind(null, model.path), words: findWords.bind(null, model.path) }}
        choosable={all.map(({ name, field }) => ({ name, label: field.label }))}
        {...recordTable({
          view,
          columns,
          records,
          showing,
          hrefOf: ({ id }) => `${path}/${id}`,
          isNamed: true,
          sort,
          sortHref: (column) => listHref(path, { ...state, page: 1, sort: nextSort(state.sort, column) }),
        })}
        count={count}
        total={total}
        hasGrid={gridTableOf(model) !== null}
        hasRound={model.name === 'subject' && measuredTypes.length > 0}
        changes={changesOf(model)}
        removal={removalOf(model)}
        views={views}
        loadCard={loadCard.bind(null, model.path)}
        empty={
          <ListEmpty
            view={view}
            isNarrowed={isNarrowed}
            clearHref={views.allHref}
            newHref={newHref}
            deletedHref={deletedHref}
          />
        }
        pagination={
          <ListFoot
            path={path}
            state={state}
            isCut={count > countCap && state.page * state.size >= countCap}
            nouns={model.labelPlural.toLowerCase()}
            deletedHref={deletedHref}
          >
            <Pagination
              from={records.length > 0 ? from : 0}
              to={records.length > 0 ? from + records.length - 1 : 0}
              total={total}
              previousHref={state.page > 1 ? listHref(path, { ...state, page: state.page - 1 }) : null}
              nextHref={from + records.length - 1 < count ? listHref(path, { ...state, page: state.page + 1 }) : null}
            />
          </ListFoot>
        }
      />
    </>
  );
}

const changing = {
  choices: manyChoices,
  plan: planMany,
  apply: applyMany,
  undo: undoMany,
  candidates: findCandidates,
  search: findRecords,
  words: findWords,
};
function changesOf(model: Model) {
  const tasks = changeTasks(model);
  return tasks && { tasks, actions: changing };
}

const removal = { plan: planRemovalOfMany, remove: deleteMany, restore: undoDeletion };
const removalOf = (model: Model) => (areDeletable(model) ? removal : null);
