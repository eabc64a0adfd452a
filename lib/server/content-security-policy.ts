import 'server-only';

interface PolicyOptions {
  /** Base64, fresh for every page; Next puts it on the scripts that it writes. */
  nonce: string;
  /** The development server evaluates modules and speaks over a web socket. */
  isDevelopment: boolean;
  /** Where forms may lead besides here: the origin of the sign-in provider. */
  formTargets?: readonly string[];
}

/**
 * The Content-Security-Policy of a page, one line. Scripts run only with the page's nonce or when such a script loads
 * them, so markup that slipped into a record can run nothing. Styles may stand inline: Radix and Tiptap place things
 * with style attributes, which no nonce can cover.
 * Source: Content Security Policy Level 3, "strict" policy.
 */
export function contentSecurityPolicy({ nonce, isDevelopment, formTargets = [] }: PolicyOptions): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    ['form-action', `'self'`, ...formTargets].join(' '),
    `frame-ancestors 'none'`,
  ].join('; ');
}
