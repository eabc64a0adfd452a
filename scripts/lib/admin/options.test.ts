import { describe, expect, it } from 'vitest';
import { readCall } from './options';

/** @param args as typed after `npm run admin --` */
const call = (args: string) => readCall(args.split(' ').filter(Boolean));

describe('the commands of the administrator', () => {
  it('reads options in any order', () => {
    const { command, text, flag } = call('create-user --superuser --name Ana --email ana@example.org');
    expect([command, text('name'), text('email'), text('password'), flag('superuser')]).toEqual([
      'create-user',
      'Ana',
      'ana@example.org',
      undefined,
      true,
    ]);
    expect(call('restore lab.gz --force')).toMatchObject({ command: 'restore', file: 'lab.gz' });
  });

  it.each([
    ['', 'Usage', 2],
    ['--help', 'Usage', 0],
    ['toString', 'There is no command “toString”', 2],
    ['create-user --email a@b.org', 'create-user needs --name', 2],
    ['create-token', 'create-token needs --email and --name', 2],
    ['reset-two-factor', 'reset-two-factor needs --email', 2],
    ['create-user --email a@b.org --name A --admin', 'Unknown option', 2],
    ['backup', 'backup needs one file', 2],
    ['backup a b', 'backup needs one file', 2],
    ['create-token --email a@b.org --name Rig 2', 'takes no “2”', 2],
  ])('“%s” is answered with the usage', (args, message, exitCode) => {
    expect(() => call(args)).toThrow(expect.objectContaining({ message: expect.stringContaining(message), exitCode }));
    expect(() => call(args)).toThrow('Usage: npm run admin');
  });
});
