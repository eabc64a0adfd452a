/** The order with one column a place further (`step` 1) or nearer (-1); as it is at the ends. */
export function moved(shown: readonly string[], name: string, step: 1 | -1): string[] {
  const at = shown.indexOf(name);
  const to = at + step;
  if (at < 0 || to < 0 || to >= shown.length) return [...shown];
  const others = shown.filter((one) => one !== name);
  return others.toSpliced(to, 0, name);
}

/** The order with one column added at its end, or taken away. */
export const switched = (shown: readonly string[], name: string, isOn: boolean): string[] => [
  ...shown.filter((one) => one !== name),
  ...(isOn ? [name] : []),
];
