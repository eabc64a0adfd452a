import 'server-only';
import type { Level } from '@/lib/declare/levels';
import { isGrants, type Model } from '@/lib/declare/model';
import type { Problem } from '@/lib/declare/problem';
import { grantTableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { query, sql, type Executor } from '../db/sql';
import type { Mail } from '../mail';
import type { Viewer } from '../viewer';
import { inviteWithin } from './invite';

export type Inviting = {
  /** Begins the links of the mails. */
  readonly origin: string;
  /** The mails to send once the transaction has ended well, by address. */
  readonly mails: Map<string, Mail>;
};

const isAddress = (text: string): boolean => text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/**
 * Takes the people out of `lists` who are on no list yet where the declaration wants them asked first, and invites them. The
 * others stay, to be changed at once. Whether somebody has an account shows nowhere.
 */
export async function inviteNewcomers(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  id: string,
  lists: Record<string, unknown>,
  { origin, mails }: Inviting,
): Promise<void> {
  for (const [name, field] of Object.entries(model.fields)) {
    const entries = lists[name];
    if (!isGrants(field) || field.newcomers !== 'invited' || typeof entries !== 'object' || entries === null) continue;
    const present = await query<{ email: string }>(
      sql`SELECT lower(u.email::text) AS email FROM ${sql.table(grantTableOf(model))} g JOIN "user" u ON u.id = g.user_id AND u.live WHERE g.record_id = ${id}`,
      tx,
    );
    const known = new Set(present.map(({ email }) => email));
    const levels = Object.entries(entries as Record<string, Level | null>); // shaped by the kind's schema
    const newcomers = levels.filter(([email, level]) => level !== null && !known.has(email.toLowerCase()));
    if (newcomers.length === 0) continue;
    lists[name] = Object.fromEntries(levels.filter((entry) => !newcomers.includes(entry)));
    if (viewer.kind !== 'user') throw new AppError('forbidden');
    const problems = newcomers.flatMap(([email]): Problem[] =>
      isAddress(email)
        ? []
        : [
            {
              path: `${name}.${email}`,
              code: 'format',
              message: 'Expected an e-mail address such as name@example.org.',
            },
          ],
    );
    if (problems.length > 0) throw new AppError('invalid', { problems });
    for (const [email, level] of newcomers) {
      const input = { email, level: level ?? 'member', message: '' } as const;
      const { mail } = await inviteWithin(tx, viewer, model, id, input, { origin });
      mails.set(email.toLowerCase(), mail);
    }
  }
}
