import 'server-only';
import type { Model } from '@/lib/declare/model';
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
export function singleBody(viewer: Viewer, model: Model, record: string, isWrite = false): string {
  const key = isWrite && needsApproval(viewer, model) ? `${model.wire.singular}_approval` : model.wire.singular;
  return `{${JSON.stringify(key)}: ${record}}`;
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
