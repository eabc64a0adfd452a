/**
 * What somebody typed as the address of a link, completed: `lab.org/x` becomes https, `a@lab.org` a mail address. Null for
 * what leads nowhere or may not be linked (only http, https and mailto are kept by the server).
 */
export function readAddress(typed: string): string | null {
  const text = typed.trim();
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  const url = URL.parse(/^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`);
  if (!url || /\s/.test(text)) return null;
  if (url.protocol === 'mailto:') return url.href;
  return /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href : null;
}
