'use client';

import { useCallback, useState } from 'react';
import { profiles, type Profile } from '@/lib/formats/session-toml/shape';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { FileDrop } from '@/components/ui/file-drop';
import type { Option } from '@/components/ui/option';
import { ProgressBar } from '@/components/ui/progress-bar';
import { RadioGroup } from '@/components/ui/radio-group';
import { Skeleton } from '@/components/ui/skeleton';
import { FileRows } from './file-rows';
import { ImportDone } from './import-done';
import { Chosen, ImportButton, Summary } from './import-plan';
import { choiceKey, needsStrain, type Choice, type Report } from './report';
import { useImport } from './use-import';

type ImportPageProps = {
  /** Where the files go. */
  address: string;
  zone: string;
  labels: Readonly<Record<string, string>>;
  project: Option | null;
  findProjects: (query: string) => Promise<readonly Option[]>;
  findStrains: (query: string) => Promise<readonly Option[]>;
  /** Deletes the sessions again; the message says what could not be. */
  undo: (ids: readonly string[]) => Promise<string | null>;
};

const profileOptions = profiles.map((value) => ({
  value,
  label: value === '1.0' ? 'Format 1.0' : 'Pipeline',
  description: value === '1.0' ? 'Strict, as published' : 'What the loader accepts today',
}));

/** Import of session.toml files: choose, see what would happen, decide, import. */
export function ImportPage({
  address,
  zone,
  labels,
  project: first,
  findProjects,
  findStrains,
  undo,
}: ImportPageProps) {
  const [project, setProject] = useState(first);
  const [strain, setStrain] = useState<Option | null>(null);
  const [profile, setProfile] = useState<Profile>('1.0');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const { plan, done, failure, isChecking, progress, run, again, restart } = useImport(address, {
    files,
    project: project?.value ?? null,
    profile,
    strain: strain?.value ?? null,
    choices,
  });
  const loadProjects = useCallback((query: string) => findProjects(query), [findProjects]);
  const loadStrains = useCallback((query: string) => findStrains(query), [findStrains]);
  const choose = (more: Readonly<Record<string, Choice>>) => setChoices((before) => ({ ...before, ...more }));

  if (done)
    return (
      <ImportDone
        report={done}
        zone={zone}
        labels={labels}
        undo={undo}
        onRestart={() => {
          setFiles([]);
          setChoices({});
          restart();
        }}
      />
    );

  return (
    <div className="flex max-w-5xl flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Project" required help="New sessions and subjects go here. You need the level contributor.">
          <Combobox
            value={project}
            onChange={setProject}
            loadOptions={loadProjects}
            clearable={false}
            emptyText="No project that you may add to"
          />
        </Field>
        <Field label="Profile" group>
          <RadioGroup
            inline
            value={profile}
            options={profileOptions}
            onChange={(value) => setProfile(profiles.find((known) => known === value) ?? '1.0')}
          />
        </Field>
        {strain !== null || (plan && needsStrain(plan)) ? (
          <Field
            label="Strain of new subjects"
            required
            help="Files don’t tell it. It can be changed for each subject afterwards."
          >
            <Combobox value={strain} onChange={setStrain} loadOptions={loadStrains} />
          </Field>
        ) : null}
      </div>
      <FileDrop
        label="Drop session.toml files here, or a zip of a folder of sessions"
        hint="Nothing is written until you have seen what would change."
        accept=".toml,.zip,application/zip"
        multiple
        disabled={progress !== null}
        onFiles={(more) => setFiles((before) => [...before, ...more])}
        className="py-6!"
      />
      {files.length > 0 ? (
        <Chosen files={files} onRemove={progress ? null : (index) => setFiles(files.toSpliced(index, 1))} />
      ) : null}
      {files.length > 0 && !project ? (
        <Callout tone="info">Choose the project to see what the import would do.</Callout>
      ) : null}
      {failure ? (
        <Callout
          tone="danger"
          role="alert"
          title={failure.code === 'not_signed_in' ? 'You were signed out' : 'That did not work'}
          action={
            <Button size="sm" onClick={again}>
              Check again
            </Button>
          }
        >
          {failure.code === 'not_signed_in'
            ? 'Sign in again in a new tab, come back here and check again. Your files are still here.'
            : failure.message}
        </Callout>
      ) : null}
      {plan ? (
        <section aria-label="What the import would do" aria-busy={isChecking} className="flex flex-col gap-3">
          <Summary plan={plan} onAll={(choice) => choose(allConflicts(plan, choice))} />
          <FileRows
            files={plan.files}
            isDone={false}
            zone={zone}
            labels={labels}
            choices={choices}
            onChoose={choose}
            onPipeline={profile === 'pipeline' ? null : () => setProfile('pipeline')}
          />
        </section>
      ) : isChecking ? (
        <Skeleton className="h-24" />
      ) : null}
      {progress ? (
        <ProgressBar
          label={`Importing, ${progress.done} of ${progress.total}`}
          value={progress.done}
          max={Math.max(1, progress.total)}
        />
      ) : null}
      {plan ? (
        <ImportButton plan={plan} isBusy={isChecking} isRunning={progress !== null} onRun={() => void run()} />
      ) : null}
    </div>
  );
}

const allConflicts = (plan: Report, choice: Choice) =>
  Object.fromEntries(
    plan.files.flatMap(({ file, conflicts }) => conflicts.map(({ field }) => [choiceKey(file, field), choice])),
  );
