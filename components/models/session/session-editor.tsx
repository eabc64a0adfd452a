'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import type { Showing } from '@/components/fields/field-parts';
import { formPlace } from '@/components/form/draft';
import { PresenceLine } from '@/components/form/presence-line';
import { usePresence } from '@/components/form/use-presence';
import { useUnsavedGuard } from '@/components/form/use-unsaved-guard';
import { Card } from '@/components/ui/card';
import { Tabs, type TabItem } from '@/components/ui/tabs';
import { toast } from '@/components/ui/toast';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import type { PortalSession } from '@/lib/formats/session-toml/portal';
import type { EditorActions } from './editor-actions';
import { EpochParts } from './epoch-parts';
import { useEpochEdits } from './epochs/use-epoch-edits';
import { PartForm, type FormState } from './part-form';
import { PartList } from './part-list';
import { partSpecs, startValues, type PartSpec } from './part-specs';
import type { Parts } from './parts';
import { RecordingFilesForm } from './recording-files-form';
import { sessionTabs, type SessionTab } from './tabs';
import { useEditorTab } from './use-editor-tab';
import { useFormStates } from './use-form-states';
import { withAge, withAgeHelp } from './with-age';

export interface SessionEditorProps {
  record: AnyRecord;
  parts: Parts;
  /** Views by model name. */
  views: Readonly<Record<string, ModelView>>;
  showing: Showing;
  portal: PortalSession;
  actions: EditorActions;
}

const repositoryFields = ['download_links'];
const calm: FormState = { isDirty: false, hasProblems: false };

/** The forms of each tab, by the keys under which they tell their state. */
const keysOf: Readonly<Record<SessionTab, readonly string[]>> = {
  general: ['general', 'subjects'],
  recording_files: ['recordingfiles'],
  epochs: ['epochs'],
  behaviors: ['behaviors'],
  data_acquisition: ['dataacquisition'],
  manipulations: ['manipulations'],
  online_repositories: ['online_repositories'],
};

/** The session's form: tabs of parts that are each saved by themselves. What is typed in one stays while another is shown. */
export function SessionEditor({ record, parts, views, showing, portal, actions }: SessionEditorProps) {
  const router = useRouter();
  const { tab, goTo, show } = useEditorTab();
  const id = String(record.id);
  const place = formPlace('session', id);
  const view = views.session;

  const { states, open, tell, setOpen } = useFormStates(id, parts);
  usePresence(place);
  const path = view?.path ?? '';
  const epochsPath = views.epoch?.path ?? '';
  const edits = useEpochEdits(id, parts.epochs, (changes) => actions.saveParts(epochsPath, id, changes));
  const hasEdits = edits.counts.total > 0;
  const isUnseen = Object.entries(states).some(([key, { isDirty }]) => isDirty && !keysOf[tab].includes(key));
  // What stands on a tab that is not shown is looked at before it is saved.
  useUnsavedGuard(isUnseen || hasEdits, isUnseen ? undefined : edits.save);

  const agingActions = useMemo(() => withAge(actions, id), [actions, id]);
  const subjectView = useMemo(() => views.sessionsubject && withAgeHelp(views.sessionsubject), [views.sessionsubject]);
  const lookups = useMemo(
    () => ({
      candidates: (field: string, query: string, draft: Readonly<Record<string, unknown>>) =>
        actions.candidates(path, field, query, { ...draft, id }),
      search: (model: string, query: string) => actions.search(path, model, query),
      words: (field: string, query: string) => actions.words(path, field, query),
    }),
    [actions, path, id],
  );
  const layouts = useMemo(() => view && layoutsOf(view), [view]);
  if (!view || !layouts) return null;

  const ownForm = (key: SessionTab, shown: ModelView) => {
    return (
      <PartForm
        key={`${key}:${record.version}`}
        view={shown}
        initial={startValues(view, record)}
        record={{ id, version: record.version }}
        variant={key}
        showing={showing}
        action={(input, version) => actions.save(view.path, id, input, version)}
        lookups={lookups}
        onState={(state) => tell(key, state)}
        onSaved={() => {
          tell(key, calm);
          toast({ tone: 'success', title: 'Session saved' });
          router.refresh();
        }}
      />
    );
  };

  const list = (spec: PartSpec, more: Partial<Parameters<typeof PartList>[0]> = {}) => {
    const partView = views[spec.model];
    if (!partView) return null;
    return (
      <PartList
        spec={spec}
        view={partView}
        records={parts[spec.part]}
        sessionId={id}
        showing={showing}
        actions={actions}
        open={open[spec.part] ?? null}
        onOpen={(next) => setOpen(spec.part, next)}
        onState={(state) => tell(spec.part, state)}
        {...more}
      />
    );
  };

  const subjectIds = parts.subjects.flatMap(({ subject }) => (subject === null ? [] : [subject]));
  const contents: Readonly<Record<SessionTab, React.ReactNode>> = {
    general: (
      <>
        <Card id="field-subjects" tabIndex={-1} title="Subjects" isFirst className="max-w-4xl">
          {list(partSpecs.subjects, { actions: agingActions, ...(subjectView ? { view: subjectView } : {}) })}
        </Card>
        <div className="max-w-4xl border-t pt-3">{ownForm('general', layouts.general)}</div>
      </>
    ),
    recording_files: (
      <RecordingFilesForm
        sessionId={id}
        subject={subjectIds[0] === undefined ? null : String(subjectIds[0])}
        record={parts.recordingfiles[0] ?? null}
        view={views.recordingfiles}
        showing={showing}
        portal={portal}
        actions={actions}
        onState={(state) => tell('recordingfiles', state)}
        onGo={goTo}
      />
    ),
    epochs: views.epoch ? (
      <EpochParts
        parts={parts}
        view={views.epoch}
        showing={showing}
        edits={edits}
        open={open.epochs ?? null}
        list={list}
      />
    ) : null,
    behaviors: list(partSpecs.behaviors, { defaults: { subjects: subjectIds } }),
    data_acquisition: list(partSpecs.dataacquisition),
    manipulations: list(partSpecs.manipulations),
    online_repositories: ownForm('online_repositories', layouts.repositories),
  };

  const counts = countsOf(record, parts, edits.epochs.length);
  const items = sessionTabs.map(({ value, label }): TabItem => {
    const isUnsaved =
      value !== tab && (keysOf[value].some((key) => states[key]?.isDirty) || (value === 'epochs' && hasEdits));
    return {
      value,
      label: isUnsaved ? `${label} (not saved)` : label,
      count: counts[value],
      hasError: keysOf[value].some((key) => states[key]?.hasProblems),
      content: contents[value],
    };
  });
  return (
    <>
      {/* Its line is there also while nobody is, so that nothing moves. */}
      <PresenceLine place={place} className="-mt-2 mb-1 min-h-5" />
      <Tabs label="Parts of the session" searchParam="tab" value={tab} onChange={show} items={items} />
    </>
  );
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** The session's own fields on two tabs. */
function layoutsOf(view: ModelView) {
  const sections = view.layout.map((section) => ({
    ...section,
    fields: section.fields.filter((name) => !repositoryFields.includes(name)),
  }));
  return {
    general: { ...view, layout: sections.filter(({ fields }) => fields.length > 0) },
    repositories: { ...view, layout: [{ title: 'Online repositories', fields: repositoryFields }] },
  };
}

/** How many things stand on each tab; `epochs` with those that are not saved. */
function countsOf(record: AnyRecord, parts: Parts, epochs: number): Readonly<Partial<Record<SessionTab, number>>> {
  const [files] = parts.recordingfiles;
  return {
    recording_files: lengthOf(files?.ttls) + lengthOf(files?.cameras),
    epochs: epochs,
    behaviors: parts.behaviors.length,
    data_acquisition: parts.dataacquisition.length,
    manipulations: parts.manipulations.length,
    online_repositories: lengthOf(record.download_links),
  };
}
