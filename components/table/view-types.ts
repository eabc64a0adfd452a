/** A saved view as its list shows it. */
export type ListedView = {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly isOwn: boolean;
  /** The list opens with it. */
  readonly isDefault: boolean;
  /** Who has made it. */
  readonly owner: string;
  /** The group whose members see it; null for one's own. */
  readonly group: { readonly number: number; readonly name: string } | null;
};

export type ViewInput = { readonly name: string; readonly query: string; readonly group: number | null };

type Refused = { readonly ok: false; readonly message: string };
export type ViewAnswer = { readonly ok: true } | Refused;

/** The server actions behind saved views. */
export type ViewActions = {
  create(
    path: string,
    input: ViewInput,
    isDefault: boolean,
  ): Promise<{ readonly ok: true; readonly id: string } | Refused>;
  change(id: string, change: Partial<ViewInput>): Promise<ViewAnswer>;
  remove(id: string): Promise<ViewAnswer>;
  restore(id: string): Promise<ViewAnswer>;
  setDefault(path: string, id: string | null): Promise<ViewAnswer>;
};

/** All that the views of one list need. */
export type ListViews = {
  readonly items: readonly ListedView[];
  /** The view that the list began with; null for none. */
  readonly current: ListedView | null;
  /** What is listed is no longer what the view says. */
  readonly isModified: boolean;
  /** The address of the whole list. */
  readonly allHref: string;
  /** Groups that one can share with. */
  readonly groups: readonly { readonly number: number; readonly name: string }[];
  readonly actions: ViewActions;
};
