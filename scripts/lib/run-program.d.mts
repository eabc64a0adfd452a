import type { SpawnOptions } from 'node:child_process';

/** Runs a program to its end and answers its output. @throws Stop with the beginning and end of the output when it fails; all of it is in its `output`. */
export function runProgram(command: string, args: readonly string[], options?: SpawnOptions): Promise<string>;
/** Kills what `runProgram` has started and is still running. */
export function killPrograms(): void;
