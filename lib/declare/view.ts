import type { Field, LayoutSection, Model } from './model';

/** What the browser gets of a declaration: plain JSON, built by an allow list. */
export type ModelView = {
  readonly name: string;
  readonly app: string;
  readonly path: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly help: string;
  readonly icon: string;
  readonly title: string;
  readonly sort: string;
  readonly search: readonly string[];
  readonly accessBy: Model['access']['by'];
  readonly hasNumber: boolean;
  readonly layout: readonly LayoutSection[];
  readonly rules: readonly string[];
  readonly fields: Readonly<Record<string, Field>>;
};

/** The part of a declaration that pages may know. Internal fields stay on the server. */
export function viewOf(model: Model): ModelView {
  return {
    name: model.name,
    app: model.app,
    path: model.path,
    label: model.label,
    labelPlural: model.labelPlural,
    help: model.help,
    icon: model.icon,
    title: model.title,
    sort: model.sort,
    search: model.search,
    accessBy: model.access.by,
    hasNumber: model.number !== undefined,
    layout: model.layout,
    rules: model.rules ?? [],
    fields: Object.fromEntries(Object.entries(model.fields).filter(([, field]) => !field.internal)),
  };
}
