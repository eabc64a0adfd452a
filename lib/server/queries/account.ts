import 'server-only';
import { getPrisma, type PrismaTransaction } from '@/lib/server/db/prisma';
import { Prisma } from '@/lib/server/db/generated/client';
import type { Viewer } from '@/lib/server/viewer';

/** An account with the person it belongs to. */
export type AccountRow = {
  id: string;
  number: number;
  email: string;
  first_name: string;
  last_name: string;
  password_hash: string | null;
  session_epoch: number;
  is_superuser: boolean;
  is_active: boolean;
};

const withUser = {
  password_hash: true,
  session_epoch: true,
  is_superuser: true,
  is_active: true,
  user: { select: { id: true, number: true, email: true, first_name: true, last_name: true } },
} satisfies Prisma.AccountSelect;

const flat = ({ user, ...account }: Prisma.AccountGetPayload<{ select: typeof withUser }>): AccountRow => ({
  ...user,
  ...account,
});

/** The living account of an e-mail address (in any case of letters), or null. */
export async function findAccountByEmail(email: string): Promise<AccountRow | null> {
  const found = await getPrisma().account.findFirst({ where: { user: { email, deleted_at: null } }, select: withUser });
  return found && flat(found);
}

/** The living account of a user, or null. */
export async function findAccount(userId: string): Promise<AccountRow | null> {
  const found = await getPrisma().account.findFirst({
    where: { user_id: userId, user: { deleted_at: null } },
    select: withUser,
  });
  return found && flat(found);
}

export type NewAccount = Pick<
  AccountRow,
  'id' | 'email' | 'first_name' | 'last_name' | 'password_hash' | 'is_superuser'
> & {
  /** The person has shown that the address is theirs (or an administrator vouches): invitations to it become theirs. */
  isEmailProven: boolean;
};

/** Writes a user and their account; null when the address is taken. */
export async function insertAccount(account: NewAccount, viewer: Viewer): Promise<AccountRow | null> {
  const { id, email, first_name, last_name, password_hash, is_superuser, isEmailProven } = account;
  try {
    return await getPrisma().$transaction(async (tx) => {
      await tx.user.create({ data: { id, email, first_name, last_name, created_by: id, updated_by: id } });
      const created = await tx.account.create({ data: { user_id: id, password_hash, is_superuser }, select: withUser });
      if (isEmailProven)
        await tx.invitation.updateMany({
          where: { email, invitee_id: null, status: 'pending' },
          data: { invitee_id: id },
        });
      await audit(tx, viewer, id, 'create', undefined, { email, first_name, last_name, is_superuser });
      return flat(created);
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null;
    throw error;
  }
}

/** What may change in an account. A new password and a closed account end all its sessions. */
export type AccountChange =
  { password_hash: string } | { is_active: boolean } | { is_superuser: boolean } | 'sign-out-everywhere';

/** Changes an account and returns it, with its new session epoch; null when there is none. */
export async function changeAccount(userId: string, change: AccountChange, viewer: Viewer): Promise<AccountRow | null> {
  return getPrisma().$transaction(async (tx) => {
    const before = await tx.account.findFirst({
      where: { user_id: userId, user: { deleted_at: null } },
      select: withUser,
    });
    if (!before) return null;
    const data = change === 'sign-out-everywhere' ? {} : change;
    const after = await tx.account.update({
      where: { user_id: userId },
      data: { ...data, ...('is_superuser' in data ? {} : { session_epoch: { increment: 1 } }) },
      select: withUser,
    });
    const { action, ...states } = described(change, before);
    await audit(tx, viewer, userId, action, states.before, states.after);
    return flat(after);
  });
}

/** The audit log gets what changed, never a secret. */
function described(change: AccountChange, before: { is_active: boolean; is_superuser: boolean }) {
  if (change === 'sign-out-everywhere') return { action: 'sign_out_everywhere' };
  if ('password_hash' in change) return { action: 'change_password' };
  if ('is_active' in change)
    return { action: change.is_active ? 'open' : 'close', before: { is_active: before.is_active }, after: change };
  return { action: 'update', before: { is_superuser: before.is_superuser }, after: change };
}

/** Notes that somebody has signed in. */
export async function noteSignIn(userId: string): Promise<void> {
  await getPrisma().account.update({
    where: { user_id: userId },
    data: { last_sign_in_at: new Date() },
    select: { user_id: true },
  });
}

/** A row of the audit log about an account, in the transaction of the change. */
export async function audit(
  tx: PrismaTransaction,
  viewer: Viewer,
  userId: string,
  action: string,
  before?: Prisma.InputJsonObject,
  after?: Prisma.InputJsonObject,
): Promise<void> {
  const actor =
    viewer.kind === 'user'
      ? { user_id: viewer.id, via: viewer.via, token_id: viewer.tokenId, elevated: viewer.id !== userId }
      : { via: viewer.kind === 'system' ? `system: ${viewer.reason}` : 'anonymous' };
  await tx.auditLog.create({
    data: { ...actor, model: 'account', record_id: userId, action, before, after },
    select: { id: true },
  });
}
