import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.ts';

/** One hash of the names and contents of files and folders of the project, without those that `isLeftOut`. */
export function hashFiles(names: readonly string[], isLeftOut: (name: string) => boolean = () => false): string {
  const hash = createHash('sha256');
  const visit = (name: string): void => {
    const file = path.join(root, name);
    if (isLeftOut(name) || !existsSync(file)) return;
    if (statSync(file).isDirectory()) for (const entry of readdirSync(file).sort()) visit(`${name}/${entry}`);
    else hash.update(name).update('\0').update(readFileSync(file)).update('\0');
  };
  for (const name of names) visit(name);
  return hash.digest('hex');
}
