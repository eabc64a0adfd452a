import { decodeText } from './decode';
import { Lines, type Position } from './toml/lines';
import { parseToml } from './toml/parse';
import type { TomlNode } from './toml/tree';

/** Where the value of a dotted path such as `session.genotype` stands in a file; null if it is not there. */
export function placeOf(input: string | Uint8Array, path: string): Position | null {
  const { text } = decodeText(input);
  let node: TomlNode | undefined = parseToml(text).root;
  for (const key of path.split('.')) node = node?.kind === 'table' ? node.entries.get(key)?.value : undefined;
  return node ? new Lines(text).position(node.at) : null;
}
