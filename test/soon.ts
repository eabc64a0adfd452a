import { vi } from 'vitest';

/** Waits for what comes by itself, such as a mail: as long as a machine with other work may take. */
export const soon = <T>(look: () => Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 20_000 });
