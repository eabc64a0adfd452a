'use client';

import { DraftStatus } from './draft-status';
import { PresenceLine } from './presence-line';
import type { DraftedForm } from './use-drafted-form';

/** At the end of a form's buttons: who else edits, and where what is typed is. */
export function FormStatus({ form }: { form: DraftedForm }) {
  return (
    <span className="ml-auto flex flex-wrap items-center justify-end gap-x-4 gap-y-1">
      <PresenceLine place={form.place} />
      <DraftStatus mark={form.draft.mark} isDirty={form.isDirty} isPending={form.pending} />
    </span>
  );
}
