import 'server-only';
import { z } from 'zod';
import { AppError, invalid } from '@/lib/errors';
import { tableNamed, tables } from '@/lib/formats/tables';
import { fileBytesMax } from '@/lib/formats/tables/sheet';
import { templateOf } from '@/lib/formats/tables/template';
import { viewOfTable } from '@/lib/formats/tables/view';
import { viewerFromRequest } from '../auth/bearer';
import { importTable, type TableImportInput } from '../operations/import-table';
import { undoTableImport } from '../operations/import-table-undo';
import type { UserViewer } from '../viewer';
import { mediaTypeOf, readBytes } from './body';
import { flagFrom } from './import';
import { inLine } from './in-line';
import { answerInLines } from './lines';
import { empty, jsonText, respond } from './respond';

/** The file and the rest of a form. */
const bodyBytesMax = fileBytesMax + 1024 * 1024;
const choicesSchema = z.record(z.string().regex(/^\d{1,6}$/), z.enum(['keep', 'update']));
const choiceSchema = z.enum(['keep', 'update']);

const wantsLines = (request: Request): boolean =>
  (request.headers.get('accept') ?? '').includes('application/x-ndjson');

async function signedIn(request: Request): Promise<UserViewer> {
  const viewer = await viewerFromRequest(request, 'private');
  if (!viewer) throw new AppError('not_signed_in');
  return viewer;
}

/** `GET /api/private/import/`: the tables with their columns, as `{tables}`. */
export function handleTables(request: Request): Promise<Response> {
  return respond(request, async () => {
    await signedIn(request);
    return jsonText(JSON.stringify({ tables: tables.map(viewOfTable) }));
  });
}

/** `GET /api/private/import/{table}/`: a file to begin with, as CSV. */
export function handleTableTemplate(request: Request, name: string): Promise<Response> {
  return respond(request, async () => {
    await signedIn(request);
    const table = tableNamed(name);
    if (!table) throw new AppError('not_found', { message: 'There is no such table.' });
    const headers = {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${table.name}.csv"`,
    };
    return new Response(templateOf(table), { headers });
  });
}

/**
 * `POST /api/private/import/{table}/`: the body is a CSV file or a workbook, or a form with `file`; `dry_run`, `checked`
 * (the hash of the report of the dry run), `sheet`, `on_difference` and `choices` come in the query or in the form. 200 with the
 * report of a dry run or of an import, 400 with the report where problems kept it from being written. With `Accept:
 * application/x-ndjson` it answers `{done, total}` line by line, then `{report}` or `{error}`; going away ends the import.
 */
export function handleTableImport(request: Request, table: string): Promise<Response> {
  return respond(request, async () => {
    const viewer = await signedIn(request);
    return inLine(viewer, async (hold) => {
      const input = await readInput(request, table);
      if (wantsLines(request))
        return answerInLines(
          request,
          hold(async (write, signal) => ({
            report: await importTable(viewer, input, { onProgress: (done, total) => write({ done, total }), signal }),
          })),
        );
      const report = await importTable(viewer, input, { signal: request.signal });
      const isRefused = !report.dry_run && report.counts.problems > 0;
      if (!isRefused) return jsonText(JSON.stringify(report));
      throw new AppError('invalid', { message: 'Nothing was imported; “problems” says why.', data: { ...report } });
    });
  });
}

/** `POST /api/private/import/undo/{id}/`: takes an import back. 204, or lines as above that end with `{undone: true}`. */
export function handleTableUndo(request: Request, id: string): Promise<Response> {
  return respond(request, async () => {
    const viewer = await signedIn(request);
    if (!wantsLines(request)) {
      await undoTableImport(viewer, id, { signal: request.signal });
      return empty();
    }
    return answerInLines(request, async (write, signal) => {
      await undoTableImport(viewer, id, { onProgress: (done, total) => write({ done, total }), signal });
      return { undone: true };
    });
  });
}

async function readInput(request: Request, table: string): Promise<TableImportInput> {
  const query = new URL(request.url).searchParams;
  const bytes = await readBytes(request, bodyBytesMax);
  const isForm = mediaTypeOf(request) === 'multipart/form-data';
  const form = isForm ? await readForm(request, bytes) : null;
  const given = (name: string): string | null => {
    const field = form?.get(name);
    return query.get(name) ?? (typeof field === 'string' ? field : null);
  };
  const sent = form?.get('file');
  if (isForm && !(sent instanceof File)) throw invalid('file', 'required', 'Send the file as “file”.');
  const file =
    sent instanceof File
      ? { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) }
      : { name: given('file_name') ?? table, bytes };
  return {
    table,
    file,
    sheet: given('sheet') || null,
    dryRun: flagFrom('dry_run', given('dry_run')),
    checked: given('checked'),
    onDifference: choiceFrom(given('on_difference')),
    choices: choicesFrom(given('choices')),
  };
}

function readForm(request: Request, bytes: Uint8Array<ArrayBuffer>): Promise<FormData> {
  const headers = { 'Content-Type': request.headers.get('content-type') ?? '' };
  return new Response(bytes, { headers }).formData().catch((cause: unknown) => {
    throw new AppError('invalid', { message: 'The form can’t be read.', cause });
  });
}

function choiceFrom(text: string | null): 'keep' | 'update' {
  const parsed = choiceSchema.safeParse(text || 'keep');
  if (!parsed.success)
    throw invalid('on_difference', 'query', `Expected keep or update, found “${(text ?? '').slice(0, 40)}”.`);
  return parsed.data;
}

function choicesFrom(text: string | null): NonNullable<TableImportInput['choices']> {
  try {
    return choicesSchema.parse(JSON.parse(text || '{}'));
  } catch (cause) {
    throw new AppError('invalid', {
      problems: [{ path: 'choices', code: 'query', message: 'Expected an object of rows, each “keep” or “update”.' }],
      cause,
    });
  }
}
