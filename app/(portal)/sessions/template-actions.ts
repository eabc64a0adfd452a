'use server';

import type { TemplateAnswer } from '@/components/models/session/template-list';
import {
  deleteTemplate,
  renameTemplate,
  restoreTemplate,
  saveTemplate,
} from '@/lib/server/operations/session-templates';
import type { UserViewer } from '@/lib/server/viewer';
import { answer } from '../[model]/answer';
import { textIn } from '../[model]/target';

const done = (work: (viewer: UserViewer) => Promise<unknown>): Promise<TemplateAnswer> =>
  answer(async (viewer) => {
    await work(viewer);
    return { ok: true as const };
  });

/** Keeps what a session consists of as a template of one of its projects. */
export async function saveSessionTemplate(session: string, project: string, name: string): Promise<TemplateAnswer> {
  return done((viewer) => saveTemplate(viewer, { session: textIn(session), project: textIn(project), name }));
}

export async function renameSessionTemplate(id: string, name: string): Promise<TemplateAnswer> {
  return done((viewer) => renameTemplate(viewer, textIn(id), name));
}

export async function deleteSessionTemplate(id: string): Promise<TemplateAnswer> {
  return done((viewer) => deleteTemplate(viewer, textIn(id)));
}

/** Undoes a deletion. */
export async function restoreSessionTemplate(id: string): Promise<TemplateAnswer> {
  return done((viewer) => restoreTemplate(viewer, textIn(id)));
}
