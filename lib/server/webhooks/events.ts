import 'server-only';
import type { ModelName } from '@/lib/models';
import { modelNamed } from '@/lib/models';
import type { AuditEntry } from '../audit';

/** The models whose changes webhooks are told of. Naming one here is all that it needs. */
const announced: readonly ModelName[] = ['session'];

const verbs = ['created', 'updated', 'deleted'] as const;
export type Verb = (typeof verbs)[number];

/** The event of a test. */
export const pingEvent = 'ping';

export type EventChoice = { readonly name: string; readonly label: string };

/** Every event that a webhook can ask for, such as `session.created`, with its words. */
export const eventChoices: readonly EventChoice[] = announced.flatMap((model) =>
  verbs.map((verb) => ({ name: eventOf(model, verb), label: `${modelNamed(model).label} ${verb}` })),
);

/** `session.created` */
export function eventOf(model: string, verb: Verb): string {
  return `${model}.${verb}`;
}

export const isAnnounced = (model: string): boolean => announced.some((name) => name === model);

/** What a row of the audit log means to webhooks; null where it means nothing. Deletions are announced before they happen. */
export function verbOf(action: AuditEntry['action']): Exclude<Verb, 'deleted'> | null {
  if (action === 'create' || action === 'restore') return 'created';
  return action === 'update' ? 'updated' : null;
}
