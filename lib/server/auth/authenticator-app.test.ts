import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { findStep, offerApp, openOffer, repeatOffer } from './authenticator-app';

beforeAll(() => vi.stubEnv('DATABASE_URL', 'postgresql://localhost/none'));
afterEach(() => vi.useRealTimers());

const ana = { id: 'a1', email: 'ana@example.org' };
/** RFC 6238, appendix B, the last six digits of SHA-1. */
const published = Buffer.from('12345678901234567890');

describe('the code of an app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('is that of RFC 6238 at %i s', (seconds, code) => {
    expect(findStep(published, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it('is taken in its own step and in those beside it, no further', () => {
    const step = 1000;
    const code = new TOTP({ secret: new Secret({ buffer: new Uint8Array(published).buffer }) }).generate({
      timestamp: step * 30_000,
    });
    const taken = [-2, -1, 0, 1, 2].map((other) => findStep(published, code, (step + other) * 30_000));
    expect(taken).toEqual([null, step, step, step, null]);
    expect(findStep(published, code, (step + 2) * 30_000 - 1)).toBe(step);
  });

  it.each(['', '28708', '2870820', 'abcdef', '28708２', '287083'])('is not “%s”', (code) => {
    expect(findStep(published, code, 59_000)).toBeNull();
  });
});

describe('an offered secret', () => {
  it('has 160 bits, and says who and where', () => {
    const { secret, uri } = offerApp(ana);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const url = new URL(uri);
    expect(url.href).toMatch(/^otpauth:\/\/totp\/Sulcus:ana%40example\.org\?/);
    expect(url.searchParams.get('secret')).toBe(secret);
    expect(url.searchParams.get('issuer')).toBe('Sulcus');
    expect(offerApp(ana).secret).not.toBe(secret);
  });

  it('opens for the same person, within half an hour, always as the same method', () => {
    vi.useFakeTimers();
    const secret = randomBytes(20);
    const offer = offerApp(ana, secret);
    const opened = openOffer('a1', offer.sealed);
    expect(opened).toEqual({ id: expect.stringMatching(/^[\da-f-]{36}$/), secret });
    expect(openOffer('a1', offerApp(ana, secret).sealed)?.id).not.toBe(opened?.id);
    expect(repeatOffer(ana, offer.sealed)).toEqual(offer);
    expect(openOffer('b2', offer.sealed)).toBeNull();
    expect(openOffer('a1', offer.sealed.slice(0, -2))).toBeNull();
    vi.advanceTimersByTime(30 * 60_000 - 1);
    expect(openOffer('a1', offer.sealed)).toEqual(opened);
    vi.advanceTimersByTime(1);
    expect(openOffer('a1', offer.sealed)).toBeNull();
    expect(repeatOffer(ana, offer.sealed)).toBeNull();
  });
});
