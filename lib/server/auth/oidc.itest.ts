import { v7 } from 'uuid';
import { afterEach, expect, test, vi } from 'vitest';
import { transaction } from '@/lib/server/db/sql';
import { setActive } from './accounts';
import { createInvitation, listInvitationsFor } from './invitations';
import type * as Oidc from './oidc';
import { makePerson } from '@/test/people';

afterEach(() => vi.unstubAllEnvs());

async function load(mode: string): Promise<typeof Oidc> {
  vi.resetModules();
  vi.stubEnv('SIGN_UP', mode);
  return import('./oidc');
}

test('an identity leads to the open account of its address, if the provider vouches for it', async () => {
  const { accountOfIdentity } = await load('invitation');
  const { account, viewer, email } = await makePerson();
  expect(await accountOfIdentity({ sub: '1', email: email.toUpperCase() })).toMatchObject({ id: account.id });
  expect(await accountOfIdentity({ sub: '1', email, email_verified: 'true' })).toMatchObject({ id: account.id });
  expect(await accountOfIdentity({ sub: '1', email, email_verified: false })).toBeNull();
  expect(await accountOfIdentity({ sub: '1' })).toBeNull();
  await setActive(account.id, false, viewer);
  expect(await accountOfIdentity({ sub: '1', email })).toBeNull();
});

test('a new identity gets an account where SIGN_UP lets it in', async () => {
  const email = `sso-${v7()}@example.org`;
  const identity = { sub: '1', email, given_name: 'Mei', family_name: 'Lin' };
  expect(await (await load('closed')).accountOfIdentity(identity)).toBeNull();
  expect(await (await load('invitation')).accountOfIdentity(identity)).toBeNull();

  const { viewer } = await makePerson();
  await transaction((tx) =>
    createInvitation(tx, { model: 'group', recordId: v7(), email, level: 1, message: '', invitedBy: viewer.id }),
  );
  const account = await (await load('invitation')).accountOfIdentity(identity);
  expect(account).toMatchObject({ email, first_name: 'Mei', last_name: 'Lin', password_hash: null });
  expect(await listInvitationsFor(account?.id ?? '')).toHaveLength(1);

  const open = await (
    await load('open')
  ).accountOfIdentity({ sub: '2', email: `open-${v7()}@example.org`, name: 'Kofi Mensah' });
  expect(open).toMatchObject({ first_name: 'Kofi', last_name: 'Mensah' });
});
