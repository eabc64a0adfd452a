import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { root } from './paths.ts';

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/**
 * Arguments for Node.js to run a script of the project that imports `@/lib/server`. The condition makes the package `server-only`,
 * which refuses to load in a browser's bundle, load as nothing.
 */
export const scriptArgs = (script: string, ...args: string[]): string[] => [
  '--disable-warning=ExperimentalWarning',
  '--conditions=react-server',
  '--import',
  loader,
  path.join(root, 'scripts', script),
  ...args,
];
