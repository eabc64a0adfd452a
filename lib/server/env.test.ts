import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { envSchema, parseEnv } from './env';

const required = { DATABASE_URL: 'postgresql://localhost/x', NEXTAUTH_SECRET: 's'.repeat(32) };

describe('the environment', () => {
  it('needs no more than a database and a secret', () => {
    expect(parseEnv(required)).toMatchObject({ PORT: 3000, SIGN_UP: 'invitation', TRUST_PROXY: false });
  });

  it('takes an empty value as not set', () => {
    expect(parseEnv({ ...required, SMTP_URL: '', PORT: '' })).toMatchObject({ PORT: 3000 });
  });

  it.each([
    ['PORT', 'eighty', 'PORT is not valid'],
    ['PORT', '70000', 'PORT is not valid'],
    ['DATABASE_URL', 'mysql://x', 'DATABASE_URL must start with postgresql://'],
    ['DATABASE_URL', '', 'DATABASE_URL is not set'],
    ['NEXTAUTH_SECRET', 'short', 'NEXTAUTH_SECRET must have at least 32 characters'],
    ['SIGN_UP', 'everyone', 'SIGN_UP must be one of open, invitation, closed'],
    ['LAB_TIME_ZONE', 'Lisbon', 'LAB_TIME_ZONE must be an IANA time zone'],
    ['NEXTAUTH_URL', 'ftp://lab', 'NEXTAUTH_URL must be a URL'],
    ['TRUST_PROXY', 'perhaps', 'TRUST_PROXY'],
  ])('%s = "%s" stops the start with one line', (name, value, message) => {
    const parse = () => parseEnv({ ...required, [name]: value });
    expect(parse).toThrow(message);
    expect(parse).toThrow(/^[^\n]+$/);
  });

  it('never shows a value', () => {
    expect(() => parseEnv({ ...required, NEXTAUTH_SECRET: 'hunter2' })).not.toThrow(/hunter2/);
  });

  it('is explained in .env.example, variable by variable', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const explained = lines.map((line) => /^#?([A-Z][A-Z0-9_]*)=/.exec(line)?.[1]).filter((name) => name !== undefined);
    expect(explained.toSorted()).toEqual(Object.keys(envSchema.shape).toSorted());
  });
});
