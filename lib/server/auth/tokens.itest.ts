import { describe, expect, test } from 'vitest';
import { getPool } from '@/lib/server/db/pool';
import { setActive } from './accounts';
import { viewerFromRequest } from './bearer';
import { makePerson } from '@/test/people';
import { soon } from '@/test/soon';
import { createToken, listTokens, revokeToken, tokenLifetimeDays } from './tokens';

const withToken = (token: string, headers: Record<string, string> = {}) =>
  viewerFromRequest(
    new Request('http://localhost/api/private/stem/session/', {
      headers: { authorization: `Bearer ${token}`, ...headers },
    }),
    'private',
  );

async function daysLeft(id: string): Promise<number> {
  const { rows } = await getPool().query<{ days: number }>({
    text: `SELECT extract(epoch FROM expires_at - now())::float8 / 86400 AS days FROM access_token WHERE id = $1`,
    values: [id],
  });
  return rows[0]?.days ?? Number.NaN;
}

describe('an access token', () => {
  test('says who asks, and leaves nothing but its hash', async () => {
    const { viewer, email } = await makePerson();
    const created = await createToken({ email: email.toUpperCase(), name: ' Pipeline ' });
    expect(created.token).toMatch(/^sulcus_[\w-]{43}$/);
    expect(await withToken(created.token)).toEqual({ ...viewer, via: 'token', tokenId: created.id });
    expect(await listTokens(viewer.id)).toMatchObject([
      { id: created.id, name: 'Pipeline', hint: created.token.slice(-4) },
    ]);

    const stored = await getPool().query<{ text: string }>(
      `SELECT t::text AS text FROM access_token t UNION ALL SELECT a::text FROM audit_log a`,
    );
    expect(stored.rows.map(({ text }) => text).join('\n')).not.toContain(created.token.slice(7, 40));
    expect(
      await getPool().query(`SELECT FROM access_token WHERE hash = sha256($1::bytea)`, [created.token]),
    ).toMatchObject({ rowCount: 1 });
  });

  test('is refused when wrong, of another form, revoked or expired', async () => {
    const { viewer } = await makePerson();
    const { token, id } = await createToken({ userId: viewer.id, name: 'Old' });
    expect(await withToken(token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toBeNull();
    for (const wrong of ['', 'x', token.slice(0, -1), `${token}A`, token.toUpperCase()])
      expect(await withToken(wrong)).toBeNull();

    await getPool().query(`UPDATE access_token SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    expect(await withToken(token)).toBeNull();
    expect(await listTokens(viewer.id)).toEqual([]);

    const second = await createToken({ userId: viewer.id, name: 'New' });
    expect(await revokeToken(viewer.id, second.id, viewer)).toBe(true);
    expect(await revokeToken(viewer.id, second.id, viewer)).toBe(false);
    expect(await withToken(second.token)).toBeNull();
  });

  test('of another person cannot be revoked', async () => {
    const [owner, other] = [await makePerson(), await makePerson()];
    const { token, id } = await createToken({ userId: owner.viewer.id, name: 'Mine' });
    expect(await revokeToken(other.viewer.id, id, other.viewer)).toBe(false);
    expect(await withToken(token)).not.toBeNull();
  });

  test('stops with the account', async () => {
    const { viewer } = await makePerson();
    const { token } = await createToken({ userId: viewer.id, name: 'Leaver' });
    await setActive(viewer.id, false, viewer);
    expect(await withToken(token)).toBeNull();
    await setActive(viewer.id, true, viewer);
    expect(await withToken(token)).not.toBeNull();
    await getPool().query(`UPDATE "user" SET deleted_at = now(), live = NULL WHERE id = $1`, [viewer.id]);
    expect(await withToken(token)).toBeNull();
  });

  test('lives a year from its last use, noted once a minute', async () => {
    const { viewer } = await makePerson();
    const { token, id } = await createToken({ userId: viewer.id, name: 'Sliding' });
    await getPool().query(`UPDATE access_token SET expires_at = now() + interval '1 day' WHERE id = $1`, [id]);
    await withToken(token);
    await soon(async () => expect(await daysLeft(id)).toBeGreaterThan(tokenLifetimeDays - 1));

    const noted = (await listTokens(viewer.id))[0]?.last_used_at;
    await withToken(token);
    await withToken(token);
    expect((await listTokens(viewer.id))[0]?.last_used_at).toEqual(noted);
  });

  test('opens the super portal for superusers only', async () => {
    const request = (token: string) =>
      new Request('http://localhost/', { headers: { authorization: `bearer ${token}` } });
    const [member, superuser] = [await makePerson(), await makePerson({ isSuperuser: true })];
    const [small, great] = [
      await createToken({ userId: member.viewer.id, name: 'Small' }),
      await createToken({ userId: superuser.viewer.id, name: 'Great' }),
    ];
    expect((await viewerFromRequest(request(small.token), 'super'))?.portal).toBe('private');
    expect((await viewerFromRequest(request(great.token), 'super'))?.portal).toBe('super');
  });

  test('needs a name and an owner', async () => {
    const { viewer } = await makePerson();
    await expect(createToken({ userId: viewer.id, name: ' ' })).rejects.toMatchObject({
      code: 'invalid',
      problems: [{ path: 'name' }],
    });
    await expect(createToken({ email: 'nobody@example.org', name: 'x' })).rejects.toMatchObject({
      problems: [{ path: 'email' }],
    });
  });
});
