'use client';

import { DraftStatus } from './draft-status';
import { PresenceLine } from './presence-line';
import type { DraftedForm } from './use-drafted-form';

interface FormStatusProps {
  form: DraftedForm;
  /** The form is the page: who else has it open is said here. */
  isPage?: boolean;
}

/** At the end of a form's buttons: who else edits, and where what is typed is. */
export function FormStatus({ form, isPage = false }: FormStatusProps) {
  return (
    <span className="ml-auto flex flex-wrap items-center justify-end gap-x-4 gap-y-1">
      {isPage ? <PresenceLine place={form.place} /> : null}
      <DraftStatus mark={form.draft.mark} isDirty={form.isDirty} isPending={form.pending} />
    </span>
  );
}
