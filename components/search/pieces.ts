export interface Piece {
  from: number;
  text: string;
  isWord: boolean;
}

const escapePattern = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text cut where the words stand in it; longer words win over shorter ones. */
export function pieces(text: string, words: readonly string[]): Piece[] {
  const wanted = words.filter(Boolean).toSorted((a, b) => b.length - a.length);
  if (wanted.length === 0) return [{ from: 0, text, isWord: false }];
  let from = 0;
  // A split by a group answers what stands between and the group in turn.
  return text.split(new RegExp(`(${wanted.map(escapePattern).join('|')})`, 'giu')).flatMap((piece, index) => {
    const start = from;
    from += piece.length;
    return piece === '' ? [] : [{ from: start, text: piece, isWord: index % 2 === 1 }];
  });
}
