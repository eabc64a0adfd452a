import 'server-only';
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { getEnv } from '@/lib/server/env';

/** A mail to one person. `text` is complete by itself; `html` is optional. */
export type Mail = { to: string; subject: string; text: string; html?: string };

/** Whether mail leaves this machine; without a mail server it only lies in the data folder, for an administrator. */
export const isMailSent = (): boolean => getEnv().SMTP_URL !== undefined;

/**
 * Sends a mail through SMTP_URL. Without it, writes the mail to DATA_DIR/mail and a line to the log.
 * @throws when the mail server refuses; callers that must not fail with it use `sendMailLater`.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const env = getEnv();
  const message: SendMailOptions = {
    ...mail,
    from: env.MAIL_FROM,
    // Never taken as a path or an address to read from.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  if (env.SMTP_URL) {
    await createTransport({
      url: env.SMTP_URL,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
    }).sendMail(message);
    return;
  }
  const composed = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  const folder = path.resolve(env.DATA_DIR, 'mail');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.eml`);
  // Renamed when complete: whoever watches the folder never reads half a mail.
  await writeFile(`${file}.part`, Buffer.isBuffer(composed.message) ? composed.message : String(composed.message), {
    mode: 0o600,
  });
  await rename(`${file}.part`, file);
  console.info(`mail to ${mail.to}: “${mail.subject}” written to ${file} (SMTP_URL is not set)`);
}

/** Sends without making the caller wait or fail; a failure goes to the log. */
export function sendMailLater(mail: Mail): void {
  sendMail(mail).catch((error: unknown) => {
    console.error(`mail to ${mail.to}: “${mail.subject}” not sent:`, error instanceof Error ? error.message : error);
  });
}
