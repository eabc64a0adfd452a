import 'server-only';
import { z } from 'zod';
import { getPool } from '@/lib/server/db/pool';

const schema = z.object({
  password: z.string(),
  accounts: z.array(z.object({ email: z.string(), name: z.string(), role: z.string().default('') })),
});

/** Whom to sign in as in the demo laboratory, and the password they share. */
export type DemoAccounts = z.infer<typeof schema>;

/** The demo accounts (setting `demo`), or null where the demo laboratory is not installed. */
export async function findDemoAccounts(): Promise<DemoAccounts | null> {
  const { rows } = await getPool().query<{ value: unknown }>(`SELECT value FROM setting WHERE key = 'demo'`);
  return schema.safeParse(rows[0]?.value).data ?? null;
}
