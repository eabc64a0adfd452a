import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../scripts/lib/paths.ts';
import type { Outcome } from './load.ts';
import type { PageCost } from './pages.ts';

export type Measured = {
  readonly size: number;
  readonly name: string;
  readonly label: string;
  readonly ours: Outcome;
  readonly floor: Outcome | null;
};

const whole = (value: number) => Math.round(value).toLocaleString('en');
const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const times = (value: number) => value.toFixed(2);

const columns = ['', 'req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'kB', 'floor req/s', 'floor p99', 'of the floor'];
const cells = ({ label, ours, floor }: Measured): string[] => [
  label,
  whole(ours.requestsPerSecond),
  ms(ours.p50),
  ms(ours.p95),
  ms(ours.p99),
  (ours.bytes / 1000).toFixed(1),
  floor ? whole(floor.requestsPerSecond) : '',
  floor ? ms(floor.p99) : '',
  floor ? times(ours.requestsPerSecond / floor.requestsPerSecond) : '',
];

const row = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

/** How much slower the median gets from the smallest size to the others. */
function growth(measured: readonly Measured[], sizes: readonly number[]): string {
  const [smallest = 0, ...larger] = sizes;
  const at = (size: number, name: string) => measured.find((one) => one.size === size && one.name === name)?.ours.p50;
  const labels = new Map(measured.map(({ name, label }) => [name, label]));
  const rows = [...labels].map(([name, label]) => [
    label,
    ...larger.map((size) => {
      const [before, after] = [at(smallest, name), at(size, name)];
      return before && after ? times(after / before) : '';
    }),
  ]);
  return table(['', ...larger.map((size) => `p50 at ${whole(size)} / ${whole(smallest)}`)], rows);
}

/** The tables of a run, as Markdown. */
export function tables(measured: readonly Measured[]): string {
  const sizes = [...new Set(measured.map(({ size }) => size))];
  const bySize = sizes.map(
    (size) =>
      `### ${whole(size)} sessions\n\n${table(columns, measured.filter((one) => one.size === size).map(cells))}`,
  );
  return [...bySize, ...(sizes.length > 1 ? [`### Growth\n\n${growth(measured, sizes)}`] : [])].join('\n\n');
}

/** What the figures were measured on. No names, no paths. */
export function machine(postgres: string, connections: number): string {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${new Date().toISOString().slice(0, 10)}: ${os.availableParallelism()} cores (${cpu}), ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()}, Node.js ${process.versions.node}, PostgreSQL ${postgres}; ${connections} connections, everything on this one machine.`;
}

/** What the first visit of each page costs, as Markdown. */
export function pageTable(costs: readonly PageCost[]): string {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  const head = ['', 'scripts, kB gzipped', 'document, kB', 'layout shift at 1280 px', 'at 380 px'];
  const rows = costs.map(({ label, scriptBytes, htmlBytes, shift, narrowShift }) => [
    label,
    kilobytes(scriptBytes),
    kilobytes(htmlBytes),
    shift.toFixed(3),
    narrowShift.toFixed(3),
  ]);
  return table(head, rows);
}

/** What work on many rows takes, and how many statements. */
export type ManyRows = { readonly label: string; readonly ms: number; readonly statements: number };

/** The same for databases of several sizes, as Markdown. */
export function manyRowsTable(sizes: readonly number[], measured: readonly (readonly ManyRows[])[]): string {
  const head = ['1,000 rows', 'statements', ...sizes.map((size) => `ms at ${whole(size)} sessions`)];
  const rows = (measured[0] ?? []).map(({ label, statements }) => [
    label,
    whole(statements),
    ...measured.map((some) => whole(some.find((one) => one.label === label)?.ms ?? 0)),
  ]);
  return table(head, rows);
}

/** Puts the figures of this run into their part of docs/performance.md. */
export async function writeFigures(part: 'figures' | 'rows' | 'pages', text: string): Promise<void> {
  const file = path.join(root, 'docs/performance.md');
  const page = readFileSync(file, 'utf8');
  const [begin, finish] = [`<!-- ${part}: written by npm run bench -->`, `<!-- end of the ${part} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(finish)];
  if (from < 0 || to < from) throw new Error('docs/performance.md has lost the marks between which the figures stand.');
  const filled = `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
  writeFileSync(file, await format(filled, { ...(await resolveConfig(file)), filepath: file }));
}
