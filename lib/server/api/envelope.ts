import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import type { Model } from '@/lib/declare/model';
import { getLaboratoryZone, isNaive } from '@/lib/declare/time';
import { AppError } from '@/lib/errors';
import { needsApproval } from '../access';
import { requestOrigin } from '../auth/request-origin';
import type { ListedText } from '../operations/list';
import type { ListQuery } from '../queries/list';
import type { Viewer } from '../viewer';

/**
 * A page of records. The list is the first key: clients take the first one they find (CONTRACT section 4). `next` and
 * `previous` are absolute and repeat the query.
 */
export function listBody(
  request: Request,
  viewer: Viewer,
  model: Model,
  list: ListQuery,
  { records, count }: ListedText,
): string {
  const total = count ?? 0;
  const { limit, offset } = list;
  const next = offset + limit < total ? pageAddress(request, offset + limit) : null;
  const previous = offset > 0 ? pageAddress(request, Math.max(0, offset - limit)) : null;
  const meta = {
    page: Math.floor(offset / limit) + 1,
    per_page: limit,
    total_results: total,
    total_pages: Math.ceil(total / limit),
  };
  const rest = { count: total, next, previous, ...(viewer.portal === 'public' ? { meta } : {}) };
  return `{${JSON.stringify(model.wire.plural)}: ${records}, ${JSON.stringify(rest).slice(1)}`;
}

/** One record under the key of its model; what a reviewer has to approve first comes under the key of its approval. */
export function singleBody(
  viewer: Viewer,
  model: Model,
  record: string,
  isWrite = false,
  notices: readonly string[] = [],
): string {
  const key = isWrite && needsApproval(viewer, model) ? `${model.wire.singular}_approval` : model.wire.singular;
  const rest = notices.length > 0 ? `, "notices": ${JSON.stringify(notices)}` : '';
  return `{${JSON.stringify(key)}: ${record}${rest}}`;
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

/** The version in If-Match; undefined when there is none or any will do. Proxies may have marked it as weak. */
export function versionFrom(request: Request): number | undefined {
  const header = request.headers.get('if-match')?.trim();
  if (!header || header === '*') return undefined;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined)
    throw new AppError('invalid', { message: 'If-Match takes the ETag of the record, such as "3".' });
  return Number(version);
}

function pageAddress(request: Request, offset: number): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set('offset', String(offset));
  return `${requestOrigin(request.headers)}${pathname}?${searchParams.toString()}`;
}
