import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import { modelList } from '@/lib/models';

const fileFields = new Set(
  modelList.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, field]) => (kindOf(field).files && !kindOf(field).isHtml ? [name] : [])),
  ),
);
/** In JSON: a field that holds a file, or an image in a text. */
const before = new RegExp(`("(?:${[...fileFields].join('|')})"\\s*:\\s*"|<img\\b[^<>]*?\\ssrc=\\\\")(?=/files/)`, 'g');

/**
 * JSON text of records with whole addresses of files, as clients need them (CONTRACT): stored are the parts that every
 * address of this instance has.
 */
export function withOrigin(origin: string, json: string): string {
  return json.includes('/files/') ? json.replace(before, (start) => start + origin) : json;
}
