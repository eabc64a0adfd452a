import { randomUUID } from 'node:crypto';
import { createUser } from '@/lib/server/auth/accounts';
import type { UserViewer } from '@/lib/server/viewer';

/** The password of everyone made here. */
export const testPassword = 'nine grey mice at noon';

/** A new person with an account, and the viewer they are. */
export async function makePerson(options: { email?: string; isSuperuser?: boolean } = {}) {
  const email = options.email ?? `${randomUUID()}@example.org`;
  const account = await createUser({ name: 'Ana Santos', password: testPassword, ...options, email });
  const viewer: UserViewer = {
    kind: 'user',
    id: account.id,
    number: account.number,
    email,
    name: 'Ana Santos',
    isSuperuser: account.is_superuser,
    via: 'cookie',
    tokenId: null,
    portal: 'private',
  };
  return { account, viewer, email };
}
