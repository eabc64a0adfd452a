/** The mark by which Excel knows that a file is UTF-8. */
export const utf8Mark = '\uFEFF';

const quoted = (text: string): string => (/[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of a CSV file, with its end (RFC 4180). */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

const isFormula = /^[=+\-@\t\r]/;
/** Numbers and times with a sign, which no program takes for a formula. */
const isSigned = /^[+-]?\d[\d.,:]*(?:[eE][+-]?\d+)?$/;

/**
 * A cell that a spreadsheet shows as it is: what it would run as a formula gets an apostrophe before it.
 * Source: OWASP, CSV Injection.
 */
export const inertCell = (text: string): string => (isFormula.test(text) && !isSigned.test(text) ? `'${text}` : text);
