import { htmlToText } from './rich-text';

/** What to say of a session's description (HTML) that gives files nothing to hold; null of one with words. */
export function wordsWanted(description: string | null | undefined): string | null {
  const html = description ?? '';
  if (htmlToText(html).trim() !== '') return null;
  return hasPicture(html)
    ? 'Describe the session in words too: session.toml and archives hold no pictures.'
    : 'Describe the session.';
}

/** Whether there is something to see, if nothing to read. */
export const hasPicture = (html: string): boolean => /<img\b/i.test(html);
