import 'server-only';
import { deletePresence, upsertPresence } from '../queries/presence';
import type { UserViewer } from '../viewer';
import { idIs } from './get';
import { refuseUnlessAsked } from './list';
import { readPlace } from './parse-draft';

/** For so many seconds after its last word a form counts as open: two beats, and some patience. */
const presentSeconds = 45;

/**
 * Notes that the viewer has the form of a record open (`session:<id>`), and answers the names of others who have. Who may
 * not change the record is neither noted nor told anything, exactly as if there were none: a reader of a public project learns
 * of nobody, and what is proposed for a catalogue overwrites nothing.
 */
export async function notePresence(viewer: UserViewer, place: unknown): Promise<string[]> {
  const { model, id } = readPlace(place);
  if (id === null) return [];
  refuseUnlessAsked(viewer, model);
  const others = await upsertPresence(viewer, model, idIs(model, 't', id), presentSeconds);
  return others.map(({ first_name, last_name, email }) => `${first_name} ${last_name}`.trim() || email);
}

/** The viewer has closed the form of a record. */
export async function endPresence(viewer: UserViewer, place: unknown): Promise<void> {
  const { model, id } = readPlace(place);
  if (id !== null) await deletePresence(viewer, model, idIs(model, 't', id));
}
