import { pieces } from './pieces';

/** A text with the words that were looked for marked in it. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return pieces(text, words).map(({ from, text: piece, isWord }) =>
    isWord ? (
      <mark key={from} className="rounded-xs bg-accent/18 text-inherit">
        {piece}
      </mark>
    ) : (
      <span key={from}>{piece}</span>
    ),
  );
}
