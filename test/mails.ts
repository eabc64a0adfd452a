import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A mail that was written to a file, for there is no mail server. */
export type WrittenMail = { to: string; subject: string; text: string };

/** The mails to somebody in `dataFolder`, the oldest first. */
export async function readMails(dataFolder: string, email: string): Promise<WrittenMail[]> {
  const folder = path.join(dataFolder, 'mail');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
  const files = await Promise.all(names.toSorted().map((name) => readFile(path.join(folder, name), 'utf8')));
  return files.map(parseMail).filter(({ to }) => to === email);
}

function parseMail(file: string): WrittenMail {
  const split = file.indexOf('\r\n\r\n');
  const headers = file.slice(0, split).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';
  const body = file.slice(split + 4).replaceAll('\r\n', '\n');
  const isQuoted = header('Content-Transfer-Encoding') === 'quoted-printable';
  return { to: header('To'), subject: header('Subject'), text: isQuoted ? decodeQuoted(body) : body };
}

/** Quoted-printable (RFC 2045) of UTF-8. */
function decodeQuoted(text: string): string {
  const bytes = text
    .replaceAll('=\n', '')
    .replace(/=([\dA-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
