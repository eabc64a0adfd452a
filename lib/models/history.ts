import type { Model } from '@/lib/declare/model';

/** Whether records of the model have a history to look at: views and what concerns only two sides have none of their own. */
export const hasHistory = (model: Model): boolean => model.view !== true && model.access.by !== 'parties';

/** The page with the history of a record; null where there is none: accounts and groups have one for those in charge of them. */
export const historyHrefOf = (model: Model, id: string, mayUpdate: boolean): string | null =>
  hasHistory(model) && (model.access.by !== 'directory' || mayUpdate) ? `/${model.path}/${id}/history` : null;
