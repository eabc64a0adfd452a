import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { user } from '@/lib/models/user';
import { getRecord } from '@/lib/server/operations/get';
import { findAccount } from '@/lib/server/queries/account';
import type { UserViewer } from '@/lib/server/viewer';

const profileSchema = z.object({
  email: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  orcid_id: z.string(),
  google_scholar: z.string(),
  website: z.string(),
  version: z.number(),
});

/** What the account page shows of the viewer: the public profile, and whether a password is set. */
export async function findProfile(viewer: UserViewer) {
  const [record, account] = await Promise.all([getRecord(viewer, user, viewer.id), findAccount(viewer.id)]);
  if (!account) throw new AppError('not_found');
  return { profile: profileSchema.parse(record), hasPassword: account.password_hash !== null };
}
