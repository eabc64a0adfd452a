import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Stop } from '../progress.mjs';

export const usage = `Usage: npm run admin -- <command>

  create-user --email <address> --name <name> [--password <password>] [--superuser]
      Makes an account. Without --password it is read from SULCUS_PASSWORD; with neither, the person can sign in
      by single sign-on only.
  create-token --email <address> --name <name>
      Makes an access token of that person and prints it, once.
  reset-two-factor --email <address>
      Removes all second factors and backup codes of somebody who has lost them, signs them out and tells them by mail.
  backup <file>
      Writes the whole database to a file, as it is at this moment, and the stored files. The instance may be running.
  restore <file> [--force]
      Replaces the database by a backup, all of it or nothing, and adds its files to the store. --force when it is in use already.

Works on the instance of this folder, running or not, or on DATABASE_URL.
Exit codes: 0 done, 1 failed, 2 wrong usage.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const commands: Record<
  string,
  { options: NonNullable<ParseArgsConfig['options']>; required: string[]; file: boolean }
> = {
  'create-user': {
    options: { email: text, name: text, password: text, superuser: flag },
    required: ['email', 'name'],
    file: false,
  },
  'create-token': { options: { email: text, name: text }, required: ['email', 'name'], file: false },
  'reset-two-factor': { options: { email: text }, required: ['email'], file: false },
  backup: { options: {}, required: [], file: true },
  restore: { options: { force: flag }, required: [], file: true },
};

/** One call of the command line, checked. */
export type Call = {
  command: string;
  file: string;
  text: (name: string) => string | undefined;
  flag: (name: string) => boolean;
};

const wrong = (message: string) => new Stop(`${message}\n\n${usage}`, 2);

/** @throws Stop with the usage and exit code 2; 0 for --help. */
export function readCall(args: readonly string[]): Call {
  const [command = '', ...rest] = args;
  if (['', 'help', '--help', '-h'].includes(command)) throw new Stop(usage, command === '' ? 2 : 0);
  const known = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!known) throw wrong(`There is no command “${command}”.`);
  let parsed;
  try {
    parsed = parseArgs({ args: rest, options: known.options, allowPositionals: true });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const missing = known.required.filter((name) => !values[name]);
  if (missing.length > 0) throw wrong(`${command} needs ${missing.map((name) => `--${name}`).join(' and ')}.`);
  if (positionals.length !== (known.file ? 1 : 0))
    throw wrong(known.file ? `${command} needs one file.` : `${command} takes no “${positionals.join(' ')}”.`);
  return {
    command,
    file: positionals[0] ?? '',
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    flag: (name) => values[name] === true,
  };
}
