const isTerminal = process.stdout.isTTY === true;
const bold = (text) => (isTerminal ? `\u001b[1m${text}\u001b[22m` : text);
const dim = (text) => (isTerminal ? `\u001b[2m${text}\u001b[22m` : text);

export const seconds = (ms) =>
  ms < 100
    ? ''
    : ms < 60_000
      ? `${(ms / 1000).toFixed(1)} s`
      : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;

export async function step(label, work) {
  const from = performance.now();
  // Without a terminal nothing can be overwritten, so only a step that takes long is announced.
  const announce = () => process.stdout.write(isTerminal ? `\r… ${label}` : `… ${label}\n`);
  const timer = setTimeout(announce, isTerminal ? 0 : 3000);
  try {
    const result = await work();
    const note = typeof result === 'string' && result ? ` ${dim(result)}` : '';
    process.stdout.write(
      `${isTerminal ? '\r\u001b[2K' : ''}✓ ${label}${note} ${dim(seconds(performance.now() - from))}`.trimEnd() + '\n',
    );
    return result;
  } catch (error) {
    process.stdout.write(`${isTerminal ? '\r\u001b[2K' : ''}✗ ${bold(label)}\n`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

export class Stop extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export function report(error) {
  const isExpected = error instanceof Stop || error?.name === 'EnvError';
  console.error(isExpected ? error.message : error);
  return error instanceof Stop ? error.exitCode : 1;
}
