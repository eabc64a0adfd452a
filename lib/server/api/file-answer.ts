import 'server-only';
import { isKnown } from './envelope';

/** What a file is made of: its bytes, their SHA-256 in base64url, and the name of what it tells of. */
type File = { readonly bytes: Uint8Array<ArrayBuffer>; readonly hash: string; readonly name: string };
type Format = {
  readonly mediaType: string;
  readonly extension: string;
  /** What the file is called where nothing of its name can be. */
  readonly fallback: string;
};

/** A file to keep, with a strong ETag over its bytes; 304 to whoever has it already. */
export function fileAnswer(request: Request, { bytes, hash, name }: File, format: Format): Response {
  const headers = {
    ETag: `"${hash}"`,
    // Kept by whoever fetched it, but asked for again each time: the answer to that is a 304.
    'Cache-Control': 'private, no-cache',
  };
  if (isKnown(request, headers.ETag)) return new Response(null, { status: 304, headers });
  return new Response(bytes, {
    headers: {
      ...headers,
      'Content-Type': `${format.mediaType}; charset=utf-8`,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': contentDisposition(name, format),
    },
  });
}

/** `<name>.<extension>`, in ASCII that every file system takes; the full name beside it for those that read it. */
function contentDisposition(name: string, { extension, fallback }: Format): string {
  const safe =
    name
      .normalize('NFKD')
      .replaceAll(/[^\w.-]+/g, '_')
      .replace(/^[._]+/, '')
      .slice(0, 100) || fallback;
  const full = encodeURIComponent(`${name.replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '_')}.${extension}`).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${safe}.${extension}"; filename*=UTF-8''${full}`;
}
