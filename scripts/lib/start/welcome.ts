import { hasAdministrator, readSetting } from '../database.ts';

type Demo = { password: string; accounts: { name: string; email: string; role: string }[] };

const isDemo = (value: unknown): value is Demo => typeof value === 'object' && value !== null && 'accounts' in value;

/** Prints the address and whom to sign in as. */
export async function welcome(url: string, host: string): Promise<void> {
  const demo = await readSetting('demo');
  const lines = [`Sulcus is ready: ${url}`];
  if (host === 'localhost') lines.push('Only this machine can open it; HOST=0.0.0.0 opens it to the network.');
  if (isDemo(demo)) {
    const width = Math.max(...demo.accounts.map(({ email }) => email.length));
    lines.push('', `Sign in to the demo laboratory as one of these; the password is ${demo.password}`);
    for (const { email, name, role } of demo.accounts)
      lines.push(`  ${email.padEnd(width)}  ${name}, ${role.toLowerCase()}`);
    if (host !== 'localhost')
      lines.push('These accounts are open to everyone who can reach this address: start with --empty for real work.');
  } else if (!(await hasAdministrator())) {
    lines.push(
      '',
      'Nobody can administer it yet: npm run admin -- create-user --superuser --email you@example.org --name "Your Name"',
    );
  }
  lines.push('', 'Ctrl-C stops it.');
  console.log(`\n${lines.join('\n')}\n`);
}
