'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import type { Showing } from '@/components/fields/field-parts';
import { formPlace } from '@/components/form/draft';
import type { Option } from '@/components/ui/option';
import { toast } from '@/components/ui/toast';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import type { EditorActions } from './editor-actions';
import type { Unsaved } from './epochs/use-epoch-edits';
import { PartForm, type FormState } from './part-form';
import type { PartSpec } from './part-specs';

interface PartFormInPlaceProps {
  spec: PartSpec;
  /** The part's view without what the session tells. */
  view: ModelView;
  sessionId: string;
  showing: Showing;
  actions: EditorActions;
  /** Answers for fields whose choices are on the page already. */
  optionsOf: ((field: string) => readonly Option[] | null) | undefined;
  /** Parts that are changed or made elsewhere on the page and not saved yet. */
  unsaved: Unsaved | undefined;
  /** Null for a new part. */
  record: AnyRecord | null;
  initial: Readonly<Record<string, unknown>>;
  onState: (state: FormState) => void;
  onClose: () => void;
  onReopen: () => void;
  /** A new part is in the database, and not yet on the page. */
  onAdded: () => void;
}

/** The form of one part, in the place of its row. */
export function PartFormInPlace(props: PartFormInPlaceProps) {
  const { spec, view, sessionId, showing, actions, optionsOf, unsaved, record, initial } = props;
  const { onState, onClose, onReopen, onAdded } = props;
  const router = useRouter();
  const lookups = useMemo(
    () => ({
      async candidates(field: string, query: string, draft: Readonly<Record<string, unknown>>) {
        const known = optionsOf?.(field);
        return known
          ? known.filter(({ label }) => label.toLowerCase().includes(query.trim().toLowerCase()))
          : actions.candidates(view.path, field, query, { ...draft, session: sessionId });
      },
      search: (model: string, query: string) => actions.search(view.path, model, query),
      words: (field: string, query: string) => actions.words(view.path, field, query),
    }),
    [actions, optionsOf, sessionId, view.path],
  );

  const shownId = record && String(record.id);
  // One that was drawn is not in the database yet.
  const stored = record && !unsaved?.isNew(String(record.id)) ? record : null;
  return (
    <div className="my-1 border-l-2 border-accent py-2 pl-3">
      <PartForm
        key={record ? `${record.id}:${record.version}` : 'new'}
        view={view}
        initial={initial}
        record={stored && { id: String(stored.id), version: stored.version }}
        variant={stored ? '' : shownId ? `${sessionId}:${shownId}` : sessionId}
        place={formPlace('session', sessionId)}
        showing={showing}
        action={(input, version) =>
          actions.save(
            view.path,
            stored ? String(stored.id) : null,
            stored
              ? { ...unsaved?.valuesOf(String(stored.id)), ...input }
              : { ...input, ...placeOf(view, initial), session: sessionId },
            version,
          )
        }
        lookups={lookups}
        saveLabel={stored ? `Save ${spec.noun}` : `Add ${spec.noun}`}
        onState={onState}
        onCancel={onClose}
        onReopen={onReopen}
        onSaved={() => {
          onClose();
          toast({ tone: 'success', title: stored ? `${view.label} saved` : `${view.label} added` });
          if (stored) router.refresh();
          else onAdded();
          if (shownId) unsaved?.forget(shownId);
        }}
      />
    </div>
  );
}

/** New modules come last, where their model keeps an order. */
const placeOf = (view: ModelView, initial: Readonly<Record<string, unknown>>) =>
  view.fields.order ? { order: initial.order } : {};
