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
  if (url.pathname.startsWith('//') || /^\/(sign-in|sign-out|register|api)(\/|$)/.test(url.pathname)) return homePath;
  // A mark of requests that Next makes itself; a page opened with it would be no page.
  if (url.searchParams.has('_rsc')) url.searchParams.delete('_rsc');
  return `${url.pathname}${url.search}${url.hash}`;
}

/** `/sign-in`, which leads back to `next` afterwards. */
export function signInPath(next: string | null): string {
  const safe = next === null ? homePath : safeNext(next);
  return safe === homePath ? '/sign-in' : `/sign-in?next=${encodeURIComponent(safe)}`;
}
