import 'server-only';
import type { Model } from '@/lib/declare/model';
import { modelList } from '@/lib/models';

export type App = { readonly name: Model['app']; readonly label: string; readonly help: string };

/** What the second part of an address stands for, in the order in which documents list them. */
const described: Readonly<Record<Model['app'], Omit<App, 'name'>>> = {
  stem: { label: 'Stem', help: 'Projects with their subjects and sessions, and what groups these.' },
  modules: { label: 'Modules', help: 'What was done to subjects, what was recorded in sessions, and with what.' },
  personal_attributes: {
    label: 'Personal attributes',
    help: 'What a laboratory owns and shares by access lists: setups, assays, storages, protocols.',
  },
  resources: { label: 'Resources', help: 'Catalogues of what can be bought. Changes wait for a reviewer.' },
  taxonomies: { label: 'Taxonomies', help: 'Catalogues of species, strains, brain regions and the like.' },
  dissemination: { label: 'Dissemination', help: 'Publications and journals.' },
  users: { label: 'Users', help: 'People, groups and laboratories, with invitations and requests.' },
  auth: { label: 'Authentication', help: 'Signing in a program: the device flow.' },
};

/** The apps that serve models, each with them in the order of navigation. */
export const appsWithModels: readonly (App & { readonly models: readonly Model[] })[] = Object.entries(
  described,
).flatMap(([name, app]) => {
  const models = modelList.filter((model) => model.app === name);
  const [first] = models;
  return first ? [{ name: first.app, ...app, models }] : [];
});

/** All of them, for the document's tags. */
export const apps: readonly App[] = Object.entries(described).map(([name, app]) => ({
  name: name as Model['app'], // a key of the table above
  ...app,
}));
