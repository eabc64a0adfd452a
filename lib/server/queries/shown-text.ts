import 'server-only';
import type { Field } from '@/lib/declare/model';
import { sql, type Sql } from '../db/sql';
import type { Viewer } from '../viewer';

/** Someone's name in place of their e-mail address, which is not for the public; "" for an address that nobody has. */
export function withoutAddress(given: Sql): Sql {
  const person = sql`SELECT nullif(trim(u.first_name || ' ' || u.last_name), '') FROM "user" u WHERE u.email = (${given})::citext AND u.live`;
  return sql`(CASE WHEN ${given} LIKE '%@%' THEN coalesce((${person}), '') ELSE ${given} END)`;
}

/** A column of text as the viewer may see it, filter, search and sort by it. */
export function shownText(viewer: Viewer, field: Field | undefined, column: Sql): Sql {
  const isPerson = field !== undefined && 'isPerson' in field && field.isPerson === true;
  return isPerson && viewer.portal === 'public' ? withoutAddress(column) : column;
}
