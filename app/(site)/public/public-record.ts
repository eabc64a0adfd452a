import 'server-only';
import { cache } from 'react';
import type { Showing } from '@/components/fields/field-parts';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { getEnv } from '@/lib/server/env';
import { getRecord } from '@/lib/server/operations/get';
import type { TitlesByModel } from '@/lib/server/queries/titles';
import { withCleanText } from '@/lib/server/rich-text';
import { anonymousViewer } from '@/lib/server/viewer';

/** Where records have public pages; all others are shown by their titles alone. */
const paths = { project: 'public/projects', session: 'public/sessions', subject: 'public/subjects' };

/** What values need from around them to be shown on public pages. */
export const publicShowing = (titles: TitlesByModel): Showing => ({ zone: getEnv().LAB_TIME_ZONE, titles, paths });

/** Null in place of `not_found`. */
export const orNull = <T>(work: Promise<T>): Promise<T | null> =>
  work.catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  });

/** A public record; null for anything else. Asked once per request. */
export const publicRecord = cache(async (model: Model, id: string): Promise<AnyRecord | null> => {
  const record = await orNull(getRecord(anonymousViewer, model, id));
  return record && withCleanText(model, record);
});
