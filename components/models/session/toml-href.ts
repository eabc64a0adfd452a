/** Where the session.toml of a session is. */
export const tomlHref = (id: string): string => `/api/private/stem/session/${id}/session.toml`;
