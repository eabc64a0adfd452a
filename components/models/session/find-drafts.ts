import { draftKey, loadDraft } from '@/components/form/draft';
import type { OpenPart } from './part-list';
import { partSpecs } from './part-specs';
import type { Parts } from './parts';

/** What this browser keeps of a session that was typed and not saved: forms to open again, and all that is unsaved, by their keys. */
export function findDrafts(
  owner: string,
  sessionId: string,
  parts: Parts,
): { open: Record<string, OpenPart>; unsaved: string[] } {
  const open: Record<string, OpenPart> = {};
  const unsaved: string[] = [];
  for (const { part, model } of Object.values(partSpecs)) {
    const fresh = loadDraft(owner, draftKey(model, null, sessionId));
    const changed = parts[part].find(({ id }) => loadDraft(owner, draftKey(model, String(id))) !== null);
    if (fresh) open[part] = { id: null, start: { ...fresh.base, order: parts[part].length }, after: null };
    else if (changed) open[part] = { id: String(changed.id) };
    if (fresh || changed) unsaved.push(part);
  }
  if (loadDraft(owner, draftKey('recordingfiles', null, sessionId))) unsaved.push('recordingfiles');
  for (const tab of ['general', 'online_repositories'])
    if (loadDraft(owner, draftKey('session', sessionId, tab))) unsaved.push(tab);
  return { open, unsaved };
}
