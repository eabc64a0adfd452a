/** Line breaks and other control characters, which one-line fields of the portal do not hold. */
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** A text of `[session]` as a one-line field of the portal keeps it: controls become spaces, the ends are trimmed. */
export const asStored = (text: string): string => text.replaceAll(controls, ' ').trim();
