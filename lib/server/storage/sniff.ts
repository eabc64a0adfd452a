import 'server-only';
import { fileTypeFromBuffer } from 'file-type';

/** What a file is, found out from its bytes. */
export type Sniffed = { readonly mediaType: string; readonly extension: string; readonly isImage: boolean };

const images = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/webp', 'webp'],
  ['image/gif', 'gif'],
  ['image/avif', 'avif'],
  ['image/heic', 'heic'],
  ['image/heif', 'heif'],
]);
const documents = new Map([
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
]);
/** Texts look alike: which of these one is, its name may say. */
const texts = new Map([
  ['csv', 'text/csv'],
  ['md', 'text/markdown'],
  ['txt', 'text/plain'],
]);
/** Text that a browser might take for a page or a drawing. */
const markup = /^\s*<(?:!doctype|!--|\?xml|html|head|body|script|svg|iframe|style|math|meta|title)\b/i;

/**
 * The type of a file by its content; null for every type that is not stored: programs, archives, HTML, SVG. `name` only tells
 * kinds of plain text apart.
 */
export async function sniff(bytes: Uint8Array, name: string): Promise<Sniffed | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (!found) return sniffText(bytes, name);
  const image = images.get(found.mime);
  if (image) return { mediaType: found.mime, extension: image, isImage: true };
  const document = documents.get(found.mime);
  return document ? { mediaType: found.mime, extension: document, isImage: false } : null;
}

function sniffText(bytes: Uint8Array, name: string): Sniffed | null {
  const text = decode(bytes);
  if (text === null || markup.test(text)) return null;
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const mediaType = texts.get(extension);
  return mediaType
    ? { mediaType, extension, isImage: false }
    : { mediaType: 'text/plain', extension: 'txt', isImage: false };
}

/** Null for what is no text: not UTF-8, or with control characters. */
function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // oxlint-disable-next-line no-control-regex -- these are what tells data from text
    return text === '' || /[\0-\x08\x0e-\x1f]/.test(text) ? null : text;
  } catch {
    // Not UTF-8.
    return null;
  }
}
