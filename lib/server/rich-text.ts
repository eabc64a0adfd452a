import 'server-only';
import sanitizeHtml from 'sanitize-html';
import { fileAddress, parseFileAddress } from '@/lib/declare/files';
import { kindOf } from '@/lib/declare/kinds';
import type { AnyRecord, Model } from '@/lib/declare/model';

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'strong',
    'b',
    'em',
    'i',
    'u',
    's',
    'code',
    'pre',
    'blockquote',
    'h1',
    'h2',
    'h3',
    'h4',
    'ul',
    'ol',
    'li',
    'a',
    'hr',
    'sub',
    'sup',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'img',
  ],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
    ol: ['start'],
    img: ['src', 'alt', 'width', 'height', 'loading'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 50,
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow' }), img: ownImage },
  // What `ownImage` has found to be none of ours.
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs.src === undefined,
};

/** An image of our file store by its plain address; any other loses its own, and with it its place. */
function ownImage(tagName: string, { src = '', alt = '', width, height }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const file = parseFileAddress(src.trim());
  if (!file) return { tagName, attribs: {} };
  const size = (pixels: string | undefined) => (pixels && /^[1-9]\d{0,4}$/.test(pixels) ? pixels : undefined);
  const [w, h] = [size(width), size(height)];
  // Known sizes keep the page from moving when the image comes.
  const sizes: Record<string, string> = w && h ? { width: w, height: h } : {};
  return { tagName, attribs: { src: fileAddress(file.id), alt: alt.slice(0, 500), ...sizes, loading: 'lazy' } };
}

/** Nobody writes a text so deep; the parser takes time by the square of it. */
const depthMax = 5000;
const isVoid = /^(br|hr|img|col|wbr|input)$/i;

function isTooDeep(html: string): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  for (const [, end, given = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    const name = given.toLowerCase();
    const now = open.get(name) ?? 0;
    const step = !end ? Number(!isVoid.test(name)) : now > 0 ? -1 : 0;
    open.set(name, now + step);
    depth += step;
    if (depth > depthMax) return true;
  }
  return false;
}

/** HTML with nothing in it but plain formatting. Used before storing and again before showing. */
export function sanitiseRichText(html: string): string {
  // Of one that is too deep the words stay.
  const parsed = isTooDeep(html) ? html.replaceAll(/<[^<>]*>?/g, ' ') : html;
  return sanitizeHtml(parsed, options).trim();
}

/** A record whose rich text is clean, in whichever of its fields. What is stored was cleaned before; rules may have grown since. */
export function withCleanText<R extends Readonly<Record<string, unknown>> = AnyRecord>(model: Model, record: R): R {
  const html = Object.entries(model.fields).flatMap(([name, field]) => {
    const value = record[name];
    return kindOf(field).isHtml && typeof value === 'string' ? [[name, sanitiseRichText(value)] as const] : [];
  });
  return { ...record, ...Object.fromEntries(html) };
}
