import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { Stop } from '../progress.mjs';

/**
 * What a page may load at first, in bytes gzipped. Less than the 200 kB that are promised: a response has headers too, and
 * something small may follow at once (`npm run bench -- --only pages` measures what a browser receives).
 */
const firstLoadMax = 188_000;

/** The forms of records, which have the rich text editor. */
const withEditor = /^\/\(portal\)\/(?!account\/).*\/(new|edit)\/page$/;

/** As the build writes it: of each part of a page (layouts, the page itself) the scripts that it begins with. */
type Manifest = { readonly entryJSFiles: Readonly<Record<string, readonly string[]>> };

const suffix = 'page_client-reference-manifest.js';
/** Shown only when nothing else can be. */
const isLastResort = (part: string) => part.endsWith('/global-error');

/** The scripts of each page's first load, as a build has left them. */
function readFirstLoads(folder: string): Map<string, ReadonlySet<string>> {
  const { rootMainFiles }: { rootMainFiles: string[] } = JSON.parse(
    readFileSync(path.join(folder, 'build-manifest.json'), 'utf8'),
  );
  const app = path.join(folder, 'server/app');
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(suffix));
  return new Map(
    files.flatMap((file) =>
      Object.entries(manifestsIn(path.join(app, file))).map(([page, { entryJSFiles }]) => {
        const parts = Object.entries(entryJSFiles).filter(([part]) => !isLastResort(part));
        return [page, new Set([...rootMainFiles, ...parts.flatMap(([, scripts]) => scripts)])] as const;
      }),
    ),
  );
}

/** The file is a script that the server runs; it only sets a global. */
function manifestsIn(file: string): Readonly<Record<string, Manifest>> {
  const scope: { __RSC_MANIFEST?: Record<string, Manifest> } = {};
  runInContext(readFileSync(file, 'utf8'), createContext({ globalThis: scope }));
  return scope.__RSC_MANIFEST ?? {};
}

type PageWeight = { readonly page: string; readonly bytes: number };

/** Bytes gzipped of each page's first load, the heaviest first. */
function weighFirstLoads(folder: string): PageWeight[] {
  const sizes = new Map<string, number>();
  const sizeOf = (script: string): number => {
    const size = sizes.get(script) ?? gzipSync(readFileSync(path.join(folder, script))).length;
    sizes.set(script, size);
    return size;
  };
  return [...readFirstLoads(folder)]
    .map(([page, scripts]) => ({ page, bytes: [...scripts].reduce((sum, script) => sum + sizeOf(script), 0) }))
    .toSorted((one, other) => other.bytes - one.bytes);
}

const lineOf = ({ page, bytes }: PageWeight) => `${page}: ${(bytes / 1000).toFixed(1)} kB`;

/** @throws Stop where a page without the editor loads too much at first. */
export function checkFirstLoads(folder: string): void {
  const pages = weighFirstLoads(folder).filter(({ page }) => !withEditor.test(page));
  if (pages.length === 0) throw new Stop('The build left no pages to weigh.');
  const over = pages.filter(({ bytes }) => bytes > firstLoadMax);
  if (over.length > 0)
    throw new Stop(
      `Scripts of the first load, gzipped, above ${firstLoadMax / 1000} kB:\n${over.map(lineOf).join('\n')}\n` +
        'What a page shows first should come from the server; what opens later goes behind onDemand (components/ui/on-demand.tsx).',
    );
}
