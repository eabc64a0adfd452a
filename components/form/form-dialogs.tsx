'use client';

import type { ModelView } from '@/lib/declare/view';
import type { Showing } from '../fields/field-parts';
import { ConflictDialog } from './conflict-dialog';
import { RestoredNotice } from './form-notices';
import { joinTitles, type DraftedForm } from './use-drafted-form';

interface PartProps {
  form: DraftedForm;
  view: ModelView;
}

/** The draft that stands in a form, if one does. */
export function DraftNotice({ form, view }: PartProps) {
  const { draft, overlaps } = form;
  if (!draft.restored) return null;
  return (
    <RestoredNotice
      restored={draft.restored}
      overlaps={overlaps.map((name) => view.fields[name]?.label ?? name)}
      onDiscard={form.discard}
      onTakeOther={draft.takeOther}
    />
  );
}

/** The choice between what is in a form and what others saved, where both changed the same fields. */
export function ConflictQuestion({ form, view, showing }: PartProps & { showing: Showing }) {
  const { question } = form;
  if (!question) return null;
  return (
    <ConflictDialog
      view={view}
      conflict={question}
      mine={form.values}
      showing={{ ...showing, titles: joinTitles(showing.titles, form.learnedTitles(), question.titles) }}
      onClose={form.closeConflict}
      onSave={(chosen) => void form.saveChosen(chosen)}
    />
  );
}
