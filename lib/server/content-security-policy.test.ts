import { expect, test } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy';

const policy = contentSecurityPolicy({ nonce: 'bm9uY2U=', isDevelopment: false });

test('scripts need the nonce, and nothing may evaluate text', () => {
  expect(policy).toContain(`script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic';`);
  expect(policy).not.toContain('unsafe-eval');
  expect(policy.match(/script-src [^;]*/)?.[0]).not.toContain('unsafe-inline');
});

test('no plug-in, frame or changed base can be used', () => {
  for (const rule of [`object-src 'none'`, `base-uri 'none'`, `frame-ancestors 'none'`]) expect(policy).toContain(rule);
});

test('forms lead here, and to the sign-in provider where there is one', () => {
  expect(policy).toContain(`form-action 'self';`);
  const target = 'https://login.lab.example';
  expect(contentSecurityPolicy({ nonce: 'n', isDevelopment: false, formTargets: [target] })).toContain(
    `form-action 'self' ${target};`,
  );
});
