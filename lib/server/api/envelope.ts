import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import { isInverse, isReference, isReferences, type Model } from '@/lib/declare/model';
import { getLaboratoryZone, isNaive } from '@/lib/declare/time';
import { AppError } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import { requestOrigin } from '../auth/request-origin';
import type { ListedText } from '../operations/list';
import type { ListQuery } from '../queries/list';
import type { Viewer } from '../viewer';
import { withOrigin } from './absolute';
import { cursorOf } from './cursor';

/**
 * A page of records. The list is the first key: clients take the first one they find (CONTRACT section 4). `next` and
 * `previous` are absolute and repeat the query.
 */
export function listBody(
  request: Request,
  viewer: Viewer,
  model: Model,
  list: ListQuery,
  { records, count, last }: ListedText,
): string {
  const total = count ?? 0;
  const { limit, offset, after } = list;
  const hasMore = after === undefined ? offset + limit < total : Boolean(last);
  const place: Readonly<Record<string, string | number>> = last
    ? { cursor: cursorOf(last) }
    : { offset: offset + limit };
  const next = hasMore ? pageAddress(request, place) : null;
  const previous = offset > 0 ? pageAddress(request, { offset: Math.max(0, offset - limit) }) : null;
  const meta = {
    page: Math.floor(offset / limit) + 1,
    per_page: limit,
    total_results: total,
    total_pages: Math.ceil(total / limit),
  };
  const hasMeta = viewer.portal === 'public' || model.hasMeta;
  const rest = { count: total, next, previous, ...(hasMeta ? { meta } : {}) };
  const beside = sideLoaded(model, list.include ?? [], records);
  const json = `{${JSON.stringify(model.wire.plural)}: ${records}, ${beside}${JSON.stringify(rest).slice(1)}`;
  return withOrigin(requestOrigin(request.headers), json);
}

/** One record under its key, then what it includes. */
export function singleBody(
  request: Request,
  key: string,
  record: string,
  {
    notices = [],
    model,
    include = [],
  }: {
    readonly notices?: readonly string[];
    readonly model?: Model;
    readonly include?: readonly string[];
  } = {},
): string {
  const beside = model ? sideLoaded(model, include, `[${record}]`) : '';
  const rest = `${beside ? `, ${beside.replace(/, $/, '')}` : ''}${notices.length > 0 ? `, "notices": ${JSON.stringify(notices)}` : ''}`;
  return withOrigin(requestOrigin(request.headers), `{${JSON.stringify(key)}: ${record}${rest}}`);
}

/**
 * The included records once more, each once, in lists beside the primary one (CONTRACT section 4): `"projects": […], `. A list
 * of the primary kind has a plus before its key.
 */
function sideLoaded(model: Model, include: readonly string[], records: string): string {
  if (include.length === 0) return '';
  const rows = JSON.parse(records) as Readonly<Record<string, unknown>>[]; // built from the declaration
  const lists = new Map<string, Map<unknown, unknown>>();
  for (const name of include) {
    const target = targetOf(model, name);
    if (!target) continue;
    const key = target.wire.plural === model.wire.plural ? `+${target.wire.plural}` : target.wire.plural;
    const list = lists.get(key) ?? new Map<unknown, unknown>();
    lists.set(key, list);
    for (const row of rows)
      for (const one of [row[name] ?? []].flat())
        if (typeof one === 'object' && one !== null && 'id' in one) list.set(one.id, one);
  }
  return [...lists].map(([key, list]) => `${JSON.stringify(key)}: ${JSON.stringify([...list.values()])}, `).join('');
}

function targetOf(model: Model, name: string): Model | null {
  const field = model.fields[name];
  if (!field) return null;
  if (isInverse(field)) return modelNamed(field.of);
  return isReference(field) || isReferences(field) ? modelNamed(field.to) : null;
}

/** Says in which zone times without one were read. */
export function noticesOn(model: Model, input: unknown): string[] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => {
    const field = model.fields[name];
    const storage = field && kindOf(field).storage(field);
    const isInstant = storage?.shape === 'column' && storage.read === 'instant';
    if (!isInstant || typeof value !== 'string' || !isNaive(value)) return [];
    return [`${name} names no time zone; it was read in ${getLaboratoryZone()}.`];
  });
}

/** The entity tag of a record: its version, which a write gives back in If-Match. */
export function etagOf(record: string): Record<string, string> {
  // The engine writes it after every field of the record, so the last occurrence is its own.
  const version = /^"version" : (\d+)/.exec(record.slice(record.lastIndexOf('"version" : ')))?.[1];
  return version === undefined ? {} : { ETag: `"${version}"` };
}

/** Whether the client says that it has these bytes already (If-None-Match). */
export function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  return known.some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}

/** The version in If-Match; undefined when there is none or any will do. Proxies may have marked it as weak. */
export function versionFrom(request: Request): number | undefined {
  const header = request.headers.get('if-match')?.trim();
  if (!header || header === '*') return undefined;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined)
    throw new AppError('invalid', { message: 'If-Match takes the ETag of the record, such as "3".' });
  return Number(version);
}

function pageAddress(request: Request, place: Readonly<Record<string, string | number>>): string {
  const { pathname, searchParams } = new URL(request.url);
  for (const [name, value] of Object.entries(place)) searchParams.set(name, String(value));
  return `${requestOrigin(request.headers)}${pathname}?${searchParams.toString()}`;
}
