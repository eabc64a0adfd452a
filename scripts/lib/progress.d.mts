/** Runs one step of a command and prints a line with its name, its duration and what `work` answers, if a text. */
export function step<T>(label: string, work: () => T | Promise<T>): Promise<T>;
/** Ends the command with one clear line instead of a stack. */
export class Stop extends Error {
  constructor(message: string, exitCode?: number);
  exitCode: number;
}
/** Prints the fault of a command and answers its exit code: one line for a `Stop`, the whole for what nobody expected. */
export function report(error: unknown): number;
