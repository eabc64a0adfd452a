import 'server-only';
import { getPrisma, type PrismaTransaction } from '@/lib/server/db/prisma';
import type { Viewer } from '@/lib/server/viewer';
import { audit } from './account';

/** What codes come from: an authenticator app, or the person's mail. */
export type MethodKind = 'app' | 'mail';

/** A second factor as its owner sees it in a list: never its secret. */
export type MethodRow = {
  id: string;
  kind: MethodKind;
  name: string;
  created_at: Date;
  last_used_at: Date | null;
};

const listed = { id: true, kind: true, name: true, created_at: true, last_used_at: true } as const;

/** A person's second factors, the oldest first. */
export async function findMethods(userId: string): Promise<MethodRow[]> {
  const rows = await getPrisma().twoFactorMethod.findMany({
    where: { user_id: userId },
    orderBy: [{ created_at: 'asc' }, { id: 'asc' }],
    select: listed,
  });
  return rows.map((row) => ({ ...row, kind: row.kind === 'mail' ? 'mail' : 'app' }));
}

export type NewMethod = {
  id: string;
  user_id: string;
  kind: MethodKind;
  name: string;
  /** Of an app: sealed, and the step of the code that has shown it works. */
  secret: Uint8Array<ArrayBuffer> | null;
  last_step: number | null;
};

/** What became of a new method. `epoch`: of the account afterwards; the first method raises it, and comes with backup codes. */
export type Added = { outcome: 'added'; isFirst: boolean; epoch: number } | { outcome: 'too-many' | 'there' };

/**
 * Writes a method, unless there are `max` already, or it is one of them. The first one ends every session, which was begun without
 * it, and brings the backup codes with these hashes.
 */
export async function insertMethod(
  method: NewMethod,
  codeHashes: readonly Uint8Array<ArrayBuffer>[],
  max: number,
  viewer: Viewer,
): Promise<Added> {
  const { user_id, kind, name } = method;
  return getPrisma().$transaction(async (tx) => {
    await lockAccount(tx, user_id);
    const there = await tx.twoFactorMethod.findMany({ where: { user_id }, select: { id: true, kind: true } });
    if (there.length >= max) return { outcome: 'too-many' };
    if (there.some((other) => other.id === method.id || (kind === 'mail' && other.kind === kind)))
      return { outcome: 'there' };
    await tx.twoFactorMethod.create({ data: method, select: { id: true } });
    await audit(tx, viewer, user_id, 'add_two_factor', undefined, { method_id: method.id, kind, name });
    const isFirst = there.length === 0;
    if (isFirst) await writeCodes(tx, user_id, codeHashes);
    const { session_epoch } = await tx.account.update({
      where: { user_id },
      data: isFirst ? { session_epoch: { increment: 1 } } : {},
      select: { session_epoch: true },
    });
    return { outcome: 'added', isFirst, epoch: session_epoch };
  });
}

/** Removes a method; with the last one the backup codes go too. `last`: it stays, for one must be kept. */
export async function deleteMethod(
  userId: string,
  methodId: string,
  mustKeepOne: boolean,
  viewer: Viewer,
): Promise<'removed' | 'missing' | 'last'> {
  return getPrisma().$transaction(async (tx) => {
    await lockAccount(tx, userId);
    const there = await tx.twoFactorMethod.findMany({ where: { user_id: userId }, select: listed });
    const method = there.find(({ id }) => id === methodId);
    if (!method) return 'missing';
    if (mustKeepOne && there.length === 1) return 'last';
    await tx.twoFactorMethod.delete({ where: { id: methodId }, select: { id: true } });
    if (there.length === 1) await tx.backupCode.deleteMany({ where: { user_id: userId } });
    const { kind, name } = method;
    await audit(tx, viewer, userId, 'remove_two_factor', { method_id: methodId, kind, name });
    return 'removed';
  });
}

/** Removes all of somebody's second factors and codes and ends their sessions. Answers how many methods there were. */
export async function deleteAllMethods(userId: string, viewer: Viewer): Promise<number> {
  return getPrisma().$transaction(async (tx) => {
    await lockAccount(tx, userId);
    const { count } = await tx.twoFactorMethod.deleteMany({ where: { user_id: userId } });
    await tx.backupCode.deleteMany({ where: { user_id: userId } });
    await tx.mailedCode.deleteMany({ where: { user_id: userId } });
    await tx.account.update({
      where: { user_id: userId },
      data: { session_epoch: { increment: 1 } },
      select: { user_id: true },
    });
    await audit(tx, viewer, userId, 'reset_two_factor', { methods: count });
    return count;
  });
}

/** The sealed secrets of somebody's apps. */
export async function findAppSecrets(userId: string): Promise<{ id: string; secret: Uint8Array }[]> {
  const rows = await getPrisma().twoFactorMethod.findMany({
    where: { user_id: userId, kind: 'app' },
    select: { id: true, secret: true },
  });
  return rows.flatMap(({ id, secret }) => (secret ? [{ id, secret }] : []));
}

/** Takes the code of a step, once: false when it, or a later one, was taken before, also by a request at the same moment. */
export async function spendStep(methodId: string, step: number): Promise<boolean> {
  const { count } = await getPrisma().twoFactorMethod.updateMany({
    where: { id: methodId, OR: [{ last_step: null }, { last_step: { lt: step } }] },
    data: { last_step: step, last_used_at: new Date() },
  });
  return count === 1;
}

/** Notes that a mailed code was used. */
export async function noteMailUse(userId: string): Promise<void> {
  await getPrisma().twoFactorMethod.updateMany({
    where: { user_id: userId, kind: 'mail' },
    data: { last_used_at: new Date() },
  });
}

/** Replaces all backup codes; false when there is no method that they could stand in for. */
export async function replaceBackupCodes(
  userId: string,
  hashes: readonly Uint8Array<ArrayBuffer>[],
  viewer: Viewer,
): Promise<boolean> {
  return getPrisma().$transaction(async (tx) => {
    await lockAccount(tx, userId);
    if ((await tx.twoFactorMethod.count({ where: { user_id: userId } })) === 0) return false;
    await writeCodes(tx, userId, hashes);
    await audit(tx, viewer, userId, 'make_backup_codes');
    return true;
  });
}

/** How many backup codes are left. */
export function countBackupCodes(userId: string): Promise<number> {
  return getPrisma().backupCode.count({ where: { user_id: userId } });
}

/** Takes a backup code, once; false when there is none such. */
export async function spendBackupCode(userId: string, hash: Uint8Array<ArrayBuffer>, viewer: Viewer): Promise<boolean> {
  return getPrisma().$transaction(async (tx) => {
    const { count } = await tx.backupCode.deleteMany({ where: { user_id: userId, hash } });
    if (count === 1) await audit(tx, viewer, userId, 'use_backup_code');
    return count === 1;
  });
}

async function writeCodes(
  tx: PrismaTransaction,
  userId: string,
  hashes: readonly Uint8Array<ArrayBuffer>[],
): Promise<void> {
  await tx.backupCode.deleteMany({ where: { user_id: userId } });
  await tx.backupCode.createMany({ data: hashes.map((hash) => ({ user_id: userId, hash })) });
}

/** Whoever changes the methods of a person waits for whoever does so already: "the first" and "the last" must stay true. */
async function lockAccount(tx: PrismaTransaction, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM account WHERE user_id = ${userId}::uuid FOR UPDATE`;
}
