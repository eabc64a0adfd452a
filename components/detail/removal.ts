/** What a deletion would do, as `removalPlan` answers it. */
export type RemovalPlan = {
  readonly title: string;
  readonly version: number;
  readonly goes: readonly {
    readonly model: string;
    readonly label: string;
    readonly count: number;
    readonly titles: readonly string[];
  }[];
  readonly blockers: readonly {
    readonly model: string;
    readonly label: string;
    readonly count: number;
    readonly titles: readonly string[];
    readonly hasHidden?: boolean;
  }[];
};

type Refused = { readonly ok: false; readonly code: string; readonly message: string };
export type RemovalAnswer = { readonly ok: true; readonly plan: RemovalPlan } | Refused;
export type RemoveAnswer = { readonly ok: true; readonly deletion: string } | Refused;
export type RestoreAnswer = { readonly ok: true; readonly href: string } | Refused;

/** The server actions behind the delete dialog. */
export type RemovalActions = {
  /** A row that shows what others keep can’t be brought back: it is made again. */
  readonly isFinal?: boolean;
  plan(): Promise<RemovalAnswer>;
  remove(version: number): Promise<RemoveAnswer>;
  restore(deletion: string): Promise<RestoreAnswer>;
};
