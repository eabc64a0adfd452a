/** What the page of a model shows beside the model: a record, or a list as the API is asked for it. */
export type DocsOf = {
  readonly id?: string | number;
  readonly query?: readonly (readonly [name: string, value: string])[];
};

/** The address of the API page of a model. */
export function docsHref({ app, name }: { readonly app: string; readonly name: string }, of: DocsOf = {}): string {
  const query = new URLSearchParams([
    ...(of.id === undefined ? [] : [['id', String(of.id)]]),
    ...(of.query ?? []).map(([key, value]) => [key, value]),
  ]);
  const path = `/api-docs/${app}/${name}`;
  return query.size > 0 ? `${path}?${query}` : path;
}
