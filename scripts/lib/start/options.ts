import { parseArgs } from 'node:util';
import { Stop } from '../progress.mjs';

const usage = `Usage: npm start [-- options]
  --empty    start without the demo laboratory and ask for the first administrator
  --prepare  install, generate and build, but do not serve (for images)`;

/** @throws Stop with the usage. */
export function readOptions(): { empty?: boolean; prepare?: boolean } {
  try {
    const options = {
      empty: { type: 'boolean' },
      prepare: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    } as const;
    const { values } = parseArgs({ options });
    if (values.help) throw new Stop(usage, 0);
    return values;
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n${usage}`, 2);
  }
}
