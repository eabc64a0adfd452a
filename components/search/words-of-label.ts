/** From so many letters on one slip of the finger is forgiven. */
const forgiven = 5;

/** Whether every word of the query starts a word of the label, or nearly so. */
export function hasWords(label: string, query: string): boolean {
  const words = wordsOf(label);
  return wordsOf(query.trim()).every((wanted) =>
    words.some((word) => word.startsWith(wanted) || isNearly(word, wanted)),
  );
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[\s-]+/);

/** The word begins as wanted but for one letter that is missing, too many, another, or in the place of its neighbour. */
function isNearly(word: string, wanted: string): boolean {
  if (wanted.length < forgiven) return false;
  let same = 0;
  while (same < wanted.length && wanted[same] === word[same]) same += 1;
  const [rest, found] = [wanted.slice(same), word.slice(same)];
  return (
    found.slice(1).startsWith(rest) ||
    found.startsWith(rest.slice(1)) ||
    found.slice(1).startsWith(rest.slice(1)) ||
    (rest[0] === found[1] && rest[1] === found[0] && found.slice(2).startsWith(rest.slice(2)))
  );
}
