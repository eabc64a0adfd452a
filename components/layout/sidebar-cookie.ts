/** Remembers whether the navigation shows icons only: `collapsed` or `open`. */
export const sidebarCookie = 'sidebar';

/** Remembers which sections of the navigation are folded: their titles, joined by dots. */
export const foldedCookie = 'nav-folded';

const foldedAtFirst = ['Catalogues'];

/** The folded sections that a cookie stands for; those folded at first where there is none. */
export const parseFolded = (cookie: string | undefined): readonly string[] =>
  cookie === undefined ? foldedAtFirst : cookie.split('.').filter(Boolean);

/** How sections are written into the cookie. */
export const writeFolded = (titles: readonly string[]): string => titles.join('.');
