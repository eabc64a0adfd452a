import 'server-only';
import { shownColumns } from '@/components/table/columns';
import { exportFormats, type ExportFormat, type ExportRequest } from '@/components/table/export-format';
import { parseListState } from '@/components/table/list-state';
import { headingsOf, textsOf } from '@/components/table/record-texts';
import { writeDate, wallTimeAt } from '@/components/ui/zoned-time';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { viewOf } from '@/lib/declare/view';
import { AppError } from '@/lib/errors';
import { csvLine, inertCell, utf8Mark } from '@/lib/formats/csv';
import { getEnv } from '@/lib/server/env';
import { exportList } from '@/lib/server/operations/export-list';
import type { ListQuery } from '@/lib/server/queries/list';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { Viewer } from '@/lib/server/viewer';
import { sortableFields } from './list-query';
import { showingWith } from './load';
import { listOfTarget } from './target';
import { summarisedFields, withSummaries } from './with-summaries';

/** Reads what a browser asks for. @throws AppError invalid. */
export function parseExportRequest(body: unknown): ExportRequest {
  const { format, query, ids }: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null ? { ...body } : {};
  const isFormat = (text: unknown): text is ExportFormat => exportFormats.some((one) => one === text);
  const areTexts = (list: unknown): list is string[] =>
    Array.isArray(list) && list.every((one) => typeof one === 'string');
  if (!isFormat(format) || typeof query !== 'string' || !(ids === undefined || areTexts(ids)))
    throw new AppError('invalid', { message: 'This export can’t be understood.' });
  return { format, query, ...(ids === undefined ? {} : { ids }) };
}

/** A list as a file, in its own order: its name, its media type and its text, a batch at a time. */
export function exportFile(viewer: Viewer, model: Model, { format, query, ids }: ExportRequest) {
  const view = viewOf(model);
  const state = parseListState(Object.fromEntries(new URLSearchParams(query)));
  const columns = shownColumns(view, sortableFields(model), state.cols);
  const shown = columns.map(({ name }) => name);
  const found = listOfTarget(model, { path: model.path, query, ...(ids ? { ids } : {}) }, shown);
  const usual = { field: model.sort.replace(/^-/, ''), descending: model.sort.startsWith('-') };
  const list: ListQuery = { ...found, sort: found.sort.length > 0 ? found.sort : [usual] };
  const day = writeDate(wallTimeAt(Date.now(), getEnv().LAB_TIME_ZONE));
  const name = `${model.path}${ids ? '-selected' : ''}-${day}`;
  if (format === 'ndjson')
    return { name: `${name}.ndjson`, mediaType: 'application/x-ndjson', batches: recordLines(viewer, model, list) };
  return {
    name: `${name}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    batches: tableLines(viewer, model, list, columns, format === 'csv-excel' ? utf8Mark : ''),
  };
}

/** Records as the API has them, one a line. */
async function* recordLines(viewer: Viewer, model: Model, list: ListQuery): AsyncGenerator<string> {
  for await (const records of exportList(viewer, model, { ...list, exclude: [] }))
    yield records.map((record) => `${record}\n`).join('');
}

/** The columns shown, as people read them. */
async function* tableLines(
  viewer: Viewer,
  model: Model,
  list: ListQuery,
  columns: ReturnType<typeof shownColumns>,
  mark: string,
): AsyncGenerator<string> {
  const view = viewOf(model);
  const names = columns.map(({ name }) => name);
  let before = `${mark}${csvLine(headingsOf(columns, showingWith({})))}`;
  const exclude = [...(list.exclude ?? []), ...summarisedFields(model)];
  for await (const texts of exportList(viewer, model, { ...list, exclude, withEnds: true })) {
    // PostgreSQL built them from the declaration, so their shape is the record's.
    const found = texts.map((text) => JSON.parse(text) as AnyRecord);
    const records = await withSummaries(viewer, model, found);
    const titles = await new TitleQuestions().addRecords(model, records, names).answer(viewer);
    const showing = showingWith(titles);
    yield before + records.map((record) => csvLine(textsOf(view, columns, record, showing).map(inertCell))).join('');
    before = '';
  }
  if (before) yield before;
}
