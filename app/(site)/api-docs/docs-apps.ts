import type { DocsApp } from '@/components/api-docs/docs-nav';
import { appsWithModels } from '@/lib/server/openapi/apps';

/** What the navigation of the API's pages lists. */
export const docsApps: readonly DocsApp[] = appsWithModels.map(({ name, label, models }) => ({
  name,
  label,
  models: models.map(({ app, name: model, labelPlural }) => ({ app, name: model, labelPlural })),
}));
