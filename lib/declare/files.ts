/**
 * Where a stored file is read: `/files/<id>` for an image inside text, `/files/<id>/<name>` for the file of a field. The id alone
 * finds it; the name is there for whoever reads or saves it.
 */
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const addressPattern = new RegExp(`^(?:https?://[^/?#\\s]+)?/files/(${uuid})(?:/([^/?#\\s]*))?(?:\\?[^#\\s]*)?$`, 'i');
/** An image in text that the server has cleaned: no `<` stands there but that of a tag. */
const imagePattern = new RegExp(`(<img\\b[^<>]*?\\ssrc=")/files/(${uuid})(?=")`, 'g');

/** The address of a stored file on this server. */
export function fileAddress(id: string, name?: string): string {
  return name === undefined ? `/files/${id}` : `/files/${id}/${encodeURIComponent(name)}`;
}

/** What an address of ours says; null for any other. The server before it does not matter: the id must be one of our files. */
export function parseFileAddress(address: string): { readonly id: string; readonly name: string | null } | null {
  const [, id, name] = addressPattern.exec(address) ?? [];
  if (id === undefined) return null;
  try {
    return { id: id.toLowerCase(), name: name ? decodeURIComponent(name) : null };
  } catch {
    // The name is no encoded text.
    return { id: id.toLowerCase(), name: null };
  }
}

/** The address of the smaller picture of an image. */
export const previewAddress = (address: string): string => `${address}?size=preview`;

/** Ids of the images in cleaned rich text, each once. */
export function imagesIn(html: string): string[] {
  return [...new Set(Array.from(html.matchAll(imagePattern), ([, , id = '']) => id))];
}

/** The text with other images in place of those that `replaced` names. */
export function replaceImages(html: string, replaced: ReadonlyMap<string, string>): string {
  return html.replace(imagePattern, (_, before: string, id: string) => before + fileAddress(replaced.get(id) ?? id));
}
