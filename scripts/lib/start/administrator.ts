import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { hasAdministrator } from '../database.ts';
import { Stop } from '../progress.mjs';
import { runProgram } from '../run-program.mjs';
import { scriptArgs } from '../tsx.ts';

type Answers = { email: string; name: string; password: string };

const createUser = ({ email, name, password }: Answers) =>
  runProgram(process.execPath, scriptArgs('admin.ts', 'create-user', '--superuser', '--email', email, '--name', name), {
    env: { ...process.env, SULCUS_PASSWORD: password },
  });

/** Asks on the terminal; the password is not shown. */
async function ask(signal: AbortSignal): Promise<Answers> {
  let isHidden = false;
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      if (!isHidden) process.stdout.write(chunk);
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  terminal.once('SIGINT', () => process.emit('SIGINT'));
  try {
    console.log('\nThe first administrator of this instance:');
    const email = await terminal.question('  E-mail:   ', { signal });
    const name = await terminal.question('  Name:     ', { signal });
    process.stdout.write('  Password: ');
    isHidden = true;
    const password = await terminal.question('', { signal });
    process.stdout.write('\n');
    return { email, name, password };
  } finally {
    terminal.close();
  }
}

/** Makes the first administrator of an empty instance: from SULCUS_ADMIN_EMAIL, _NAME and _PASSWORD, else by asking. */
export async function makeFirstAdministrator(signal: AbortSignal): Promise<void> {
  if (await hasAdministrator()) return;
  const {
    SULCUS_ADMIN_EMAIL: email,
    SULCUS_ADMIN_NAME: name = 'Administrator',
    SULCUS_ADMIN_PASSWORD: password,
  } = process.env;
  if (email && password) {
    await createUser({ email, name, password });
    return;
  }
  if (!process.stdin.isTTY) {
    console.log(
      'Nobody can sign in yet. Make the first administrator with:\n  npm run admin -- create-user --superuser --email you@example.org --name "Your Name"',
    );
    return;
  }
  for (;;) {
    try {
      await createUser(await ask(signal));
      return;
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      console.log(error.message.split('\n').slice(0, -1).join('\n'));
    }
  }
}
