import 'server-only';

/** Where one goes after signing in when nothing else was asked for. */
export const homePath = '/dashboard';

/** A path of ours to go on to, from a URL parameter; anything that could lead to another site becomes the home page. */
export function safeNext(next: unknown): string {
  // oxlint-disable-next-line no-control-regex
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next) || /[\u0000-\u001f\\]/.test(next)) return homePath;
  const url = URL.parse(next, 'http://origin.invalid');
  if (url?.origin !== 'http://origin.invalid') return homePath;
  // Dots may have folded the path into one that starts with two slashes.
  if (
    url.pathname.startsWith('//') ||
    /^\/(sign-in|sign-out|register|forgot-password|reset-password|api)(\/|$)/.test(url.pathname)
  )
    return homePath;
  // A mark of requests that Next makes itself; a page opened with it would be no page.
  if (url.searchParams.has('_rsc')) url.searchParams.delete('_rsc');
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Where one sets up a second factor when there must be one. */
export const setUpPath = '/sign-in/set-up';

/** A path with `next` to go on to; the home page needs no mention. */
export function withNext(path: string, next: string): string {
  return next === homePath ? path : `${path}${path.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}`;
}

/** `/sign-in`, which leads back to `next` afterwards. */
export function signInPath(next: string | null): string {
  return withNext('/sign-in', next === null ? homePath : safeNext(next));
}
