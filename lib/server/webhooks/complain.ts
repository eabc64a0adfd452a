import 'server-only';

const everyMs = 60_000;
const linesMax = 100;
const said = new Map<string, number>();

/** Writes a failure to the log: the same one once a minute, for a database that is away fails every second. */
export function complain(what: string, error: unknown): void {
  const why = error instanceof Error ? error.message : String(error);
  const line = `${what}: ${why}`;
  const now = Date.now();
  if (now - (said.get(line) ?? -Infinity) < everyMs) return;
  if (said.size >= linesMax) said.clear();
  said.set(line, now);
  console.error(line);
}
