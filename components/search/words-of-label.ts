/** Whether every word of the query starts a word of the label. */
export function hasWords(label: string, query: string): boolean {
  const words = label.toLowerCase().split(/[\s-]+/);
  return query
    .trim()
    .toLowerCase()
    .split(/[\s-]+/)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}
