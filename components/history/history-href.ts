/** The address of a record's history, narrowed and from a place on. */
export function historyHref(
  base: string,
  { person, field, before }: { person?: string | null; field?: string | null; before?: string | null },
): string {
  const query = new URLSearchParams();
  if (person) query.set('person', person);
  if (field) query.set('field', field);
  if (before) query.set('before', before);
  return query.size > 0 ? `${base}?${query}` : base;
}
