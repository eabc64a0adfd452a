const key = 'sulcus.opened';
const openedMax = 6;
const recordAddress = /^\/([\w-]+\/(?:[0-9a-f-]{36}|\d+))$/;

/** The records opened last on this browser, as `sessions/…`: addresses only, their names are asked of the server. */
export function readOpened(): string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, openedMax) : [];
  } catch {
    return [];
  }
}

/** Notes that a page was opened, if it is that of a record. */
export function noteOpened(pathname: string): void {
  const [, address] = recordAddress.exec(pathname) ?? [];
  if (!address) return;
  const others = readOpened().filter((one) => one !== address);
  try {
    window.localStorage.setItem(key, JSON.stringify([address, ...others].slice(0, openedMax)));
  } catch {
    // A browser that keeps nothing only forgets.
  }
}
