import 'server-only';
import type { AnyRecord, Model } from '@/lib/declare/model';
import type { RowsField } from '@/lib/declare/kinds/rows';
import { getReadPool } from '../db/pool';
import { query, sql } from '../db/sql';

const isRows = (field: { kind: string }): field is RowsField => field.kind === 'rows';
type Row = Readonly<Record<string, unknown>>;

/** A record with people's names in place of their e-mail addresses in its rows (roles), for pages of those signed in, who all see all names. */
export async function withPeopleNamed(model: Model, record: AnyRecord): Promise<AnyRecord> {
  const places = Object.entries(model.fields).flatMap(([name, field]) => {
    const columns = isRows(field) ? Object.entries(field.columns).filter(([, { isPerson }]) => isPerson) : [];
    const rows = record[name];
    return columns.length > 0 && Array.isArray(rows) ? [{ name, keys: columns.map(([key]) => key), rows }] : [];
  });
  const given = places.flatMap(({ keys, rows }) => rows.flatMap((row: Row) => keys.map((key) => String(row[key]))));
  const names = await namesOf(given.filter((text) => text.includes('@')));
  if (names.size === 0) return record;
  const named = places.map(({ name, keys, rows }) => [
    name,
    rows.map((row: Row) => ({
      ...row,
      ...Object.fromEntries(keys.map((key) => [key, names.get(String(row[key]).toLowerCase()) ?? row[key]])),
    })),
  ]);
  return { ...record, ...Object.fromEntries(named) };
}

/** Names by address in lower case; nobody for an address that nobody has. */
async function namesOf(addresses: readonly string[]): Promise<Map<string, string>> {
  if (addresses.length === 0) return new Map();
  const rows = await query<{ email: string; name: string }>(
    sql`SELECT lower(u.email::text) AS email, trim(u.first_name || ' ' || u.last_name) AS name FROM "user" u
      WHERE u.email = ANY(${addresses}::citext[]) AND u.live AND trim(u.first_name || u.last_name) <> ''`,
    getReadPool(),
  );
  return new Map(rows.map(({ email, name }) => [email, name]));
}
