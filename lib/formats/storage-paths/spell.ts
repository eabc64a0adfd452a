/** One way to write a place on a storage. */
export type Spelling = {
  /** Where it is written so: "Windows"; empty where there is one way. */
  readonly where: string;
  readonly text: string;
  /** The address as a link, where a browser opens it. */
  readonly href: string | null;
};

const plain = (text: string, where = ''): Spelling => ({ where, text, href: null });

/** The parts of a path with either slash. A name in storage may hold several folders. */
const partsOf = (path: string): string[] => path.split(/[\\/]+/).filter(Boolean);

const posix = (root: string, folders: readonly string[]): string =>
  [root.replace(/\/+$/, ''), ...folders.flatMap(partsOf)].join('/') || '/';

const windows = (root: string, folders: readonly string[]): string =>
  [root.replace(/\//g, '\\').replace(/\\+$/, ''), ...folders.flatMap(partsOf)].join('\\');

const encoded = (parts: readonly string[]): string => parts.map(encodeURIComponent).join('/');

/** `scheme://host/path` taken apart; null for what is none. */
function addressIn(root: string): { scheme: string; host: string; parts: string[] } | null {
  const found = /^([a-z][a-z0-9+.-]*):\/\/([^/\\]*)(.*)$/i.exec(root);
  return found ? { scheme: found[1]?.toLowerCase() ?? '', host: found[2] ?? '', parts: partsOf(found[3] ?? '') } : null;
}

/** A web address. What is encoded in the root already stays so. */
function web(root: string, folders: readonly string[]): Spelling {
  const text = [root.replace(/\/+$/, ''), encoded(folders.flatMap(partsOf))].filter(Boolean).join('/');
  return { where: '', text, href: /^https?:\/\//i.test(text) ? text : null };
}

/** A share: `\\server\share`, `//server/share`, `smb://server/share` and `server/share` are the same. */
function share(root: string, folders: readonly string[]): Spelling[] {
  if (/^[a-z]:/i.test(root) || /^\/[^/]/.test(root)) return local(root, folders);
  const address = addressIn(root);
  const parts = [...(address ? [address.host, ...address.parts] : partsOf(root)), ...folders.flatMap(partsOf)];
  const [server = '', ...path] = parts;
  return [
    plain(`\\\\${parts.join('\\')}`, 'Windows'),
    plain([`smb://${server}`, encoded(path)].filter(Boolean).join('/'), 'macOS and Linux'),
  ];
}

/** A disk of the machine: a drive letter or a share of Windows, else POSIX. */
const local = (root: string, folders: readonly string[]): Spelling[] => [
  plain(/^[a-z]:/i.test(root) || root.startsWith('\\') ? windows(root, folders) : posix(root, folders)),
];

/** `sftp://user@host/path`, `user@host:/path` and `host/path` are the same; programs want the one or the other. */
function ssh(root: string, folders: readonly string[]): Spelling[] {
  const address = addressIn(root);
  const colon = address ? null : /^([^:/\\]+):(.*)$/.exec(root);
  const slash = address || colon ? null : /^([^/\\]+)(.*)$/.exec(root);
  const host = address?.host ?? colon?.[1] ?? slash?.[1] ?? '';
  if (!host) return [plain(posix(root, folders))];
  const isFromHome = colon !== null && !colon[2]?.startsWith('/');
  const above = address ? address.parts : partsOf(colon?.[2] ?? slash?.[2] ?? '');
  const path = [...above, ...folders.flatMap(partsOf)];
  // A port belongs to the address and not to the form with a colon.
  const login = host.replace(/:\d+$/, '');
  return [
    plain(`${login}:${isFromHome ? '' : '/'}${path.join('/')}`, 'scp and rsync'),
    ...(isFromHome ? [] : [plain([`sftp://${host}`, encoded(path)].filter(Boolean).join('/'), 'SFTP client')]),
  ];
}

/** An export `server:/path`, a mounted path, or `nfs://server/path`. */
function nfs(root: string, folders: readonly string[]): Spelling[] {
  const address = addressIn(root);
  return address
    ? [plain(`${address.host}:/${[...address.parts, ...folders.flatMap(partsOf)].join('/')}`)]
    : local(root, folders);
}

/** A bucket, with or without its scheme. */
const s3 = (root: string, folders: readonly string[]): Spelling[] =>
  /^https?:\/\//i.test(root)
    ? [web(root, folders)]
    : [plain(posix(`s3://${root.replace(/^s3:\/\//i, '').replace(/^\/+/, '')}`, folders))];

const ways: Readonly<Record<string, (root: string, folders: readonly string[]) => Spelling[]>> = {
  'Local harddrive': local,
  'SMB/CIFS': share,
  NFS: nfs,
  SFTP: ssh,
  S3: s3,
  'HTTPS/Web': (root, folders) => [web(/^[a-z][a-z0-9+.-]*:\/\//i.test(root) ? root : `https://${root}`, folders)],
};

/** How a place is written that is reached by a protocol (`storageProtocols`, or any other), from the root down its folders. */
export function spell(protocol: string, root: string, folders: readonly string[]): Spelling[] {
  const way = ways[protocol];
  if (way) return way(root.trim(), folders);
  return /^https?:\/\//i.test(root.trim()) ? [web(root.trim(), folders)] : local(root.trim(), folders);
}
