import type { RoundInput, RoundWritten } from '@/lib/declare/log-round';
import type { Problem } from '@/lib/declare/problem';

type Refused = {
  readonly ok: false;
  /** A code of lib/errors. */
  readonly code: string;
  readonly message: string;
  /** Each below the id of its subject. */
  readonly problems: readonly Problem[];
};
export type RoundAnswer = { readonly ok: true; readonly written: RoundWritten } | Refused;
export type RoundUndoAnswer = { readonly ok: true } | Refused;

/** The server actions behind a round through the animals. */
export type RoundActions = {
  save(input: RoundInput): Promise<RoundAnswer>;
  undo(written: RoundWritten): Promise<RoundUndoAnswer>;
};

export const roundOffline: Refused = {
  ok: false,
  code: 'offline',
  message: 'The server did not answer; what you typed is still here. Try again in a moment.',
  problems: [],
};
