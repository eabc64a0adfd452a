import 'server-only';
import { compile, sql, type Sql } from './sql';

/** Stands for the one value that differs from use to use, while a piece of SQL is compiled. */
const marker = '00000000-0000-0000-0000-00000000f1a6';
const fragments = new Map<string, TemplateStringsArray | null>();
const fragmentsMax = 1000;

/**
 * A piece of SQL whose text depends on `key` alone and whose only parameter is `value`, wherever it stands. It is built
 * once for each key: building the JSON of a record anew took as long as all else that a request does before its query.
 */
export function fragment(key: string, value: string, build: (value: string) => Sql): Sql {
  let pieces = fragments.get(key);
  if (pieces === undefined) {
    pieces = piecesOf(build(marker));
    if (fragments.size < fragmentsMax) fragments.set(key, pieces);
  }
  return pieces === null ? build(value) : sql(pieces, ...Array.from({ length: pieces.length - 1 }, () => value));
}

/** The text between the parameters; null when some parameter is another value. */
function piecesOf(statement: Sql): TemplateStringsArray | null {
  const { text, values } = compile(statement);
  const pieces = text.split(/\$\d+/);
  if (pieces.length !== values.length + 1 || values.some((value) => value !== marker)) return null;
  return Object.assign(pieces, { raw: pieces });
}
