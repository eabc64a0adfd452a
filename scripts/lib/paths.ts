import { existsSync } from 'node:fs';
import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Where the built-in database, the secret, mails and files are kept: DATA_DIR. */
export const dataFolder = () => path.resolve(root, process.env.DATA_DIR || '.data');

/** Reads `.env`; what is set already wins. */
export function loadEnvFile(): void {
  const file = path.join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
