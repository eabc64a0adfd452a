'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import type { Showing } from '@/components/fields/field-parts';
import { toast } from '@/components/ui/toast';
import { formPlace } from '@/components/form/draft';
import type { SaveAction } from '@/components/form/save-result';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import type { PortalSession } from '@/lib/formats/session-toml/portal';
import type { EditorActions } from './editor-actions';
import { PartForm, type FormState } from './part-form';
import { startValues } from './part-specs';
import { withTtlChoices } from './recording-draft';
import type { SessionTab } from './tabs';
import { TomlCheck } from './toml-check';

interface RecordingFilesFormProps {
  sessionId: string;
  /** The subject of the session, where there is one. */
  subject: string | null;
  record: AnyRecord | null;
  view: ModelView | undefined;
  showing: Showing;
  portal: PortalSession;
  actions: EditorActions;
  onState: (state: FormState) => void;
  onGo: (tab: SessionTab, field: string) => void;
}

const empty = {
  bpod_path: '',
  bpod_order: 'name_asc',
  bpod_continuous_time: true,
  trial_types: [],
  ttls: [],
  cameras: [],
};

// Nothing here links another record.
const noLookups = { candidates: async () => [], search: async () => [], words: async () => [] };

const metOthers =
  'Someone else has just added recording files. Theirs are shown here in a moment, with what you typed.';

/** Which files the rig wrote, with a live check of the session.toml that comes of it. */
export function RecordingFilesForm({
  sessionId,
  subject,
  record,
  view,
  showing,
  portal,
  actions,
  onState,
  onGo,
}: RecordingFilesFormProps) {
  const router = useRouter();
  const own = useMemo(() => view && ownView(view), [view]);
  if (!view || !own) return null;
  const id = record && String(record.id);

  const save: SaveAction = async (input, version) => {
    if (id !== null) return actions.save(view.path, id, input, version);
    const result = await actions.save(view.path, null, { ...input, session: sessionId }, version);
    if (result.ok || !result.problems.some(({ code }) => code === 'not-unique')) return result;
    // Somebody else has made them meanwhile: the page comes back with theirs, and the draft on top of them.
    router.refresh();
    return { ...result, code: 'conflict', message: metOthers, problems: [] };
  };

  return (
    <PartForm
      key={record ? `${id}:${record.version}` : 'new'}
      view={own}
      initial={record ? startValues(own, record) : empty}
      record={record && id !== null ? { id, version: record.version } : null}
      variant={sessionId}
      place={formPlace('session', sessionId)}
      isOnly
      isWide
      showing={showing}
      action={save}
      lookups={noLookups}
      adapt={withTtlChoices}
      footnote={(values, isDirty) => (
        <TomlCheck
          id={sessionId}
          subject={subject}
          portal={portal}
          values={values}
          isDirty={isDirty || record === null}
          zone={showing.zone}
          onGo={({ tab, field }) => onGo(tab, field)}
        />
      )}
      onState={onState}
      onSaved={() => {
        onState({ isDirty: false, hasProblems: false });
        toast({ tone: 'success', title: 'Recording files saved' });
        router.refresh();
      }}
    />
  );
}

/** TTLs come before what names them. */
function ownView(view: ModelView): ModelView {
  const { session: _session, ttls, ...others } = view.fields;
  const fields = {
    ...others,
    ...(ttls
      ? { ttls: { ...ttls, help: 'Logs with one line for each pulse. Cameras and trial types name them by their id.' } }
      : {}),
  };
  const layout = [
    { title: 'TTLs', fields: ['ttls'] },
    { title: 'Cameras', fields: ['cameras'] },
    { title: 'Bpod', fields: ['bpod_path', 'bpod_order', 'bpod_continuous_time', 'trial_types'] },
  ];
  return { ...view, fields, layout };
}
