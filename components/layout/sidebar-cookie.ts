/** Remembers whether the navigation shows icons only: `collapsed` or `open`. */
export const sidebarCookie = 'sidebar';
