'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FileDrop } from '@/components/ui/file-drop';
import { RadioGroup } from '@/components/ui/radio-group';
import { profiles, type Profile } from '@/lib/formats/session-toml/shape';
import { exampleText } from './example';
import { FileList } from './file-list';
import { newFile, openFile, withText, type OpenedFile } from './opened-file';
import { Outcome } from './outcome';
import { SourcePane, type SourceHandle } from './source-pane';
import { useChecks } from './use-checks';

const LABELS: Readonly<Record<Profile, { label: string; description: string }>> = {
  '1.0': { label: 'Format 1.0', description: 'Strict, as published' },
  pipeline: { label: 'Pipeline', description: 'What the loader accepts today' },
};
const options = profiles.map((value) => ({ value, ...LABELS[value] }));

/** Checks session.toml files in the browser: drop, choose, paste or type; nothing is sent anywhere. */
export function ValidatePage() {
  const [files, setFiles] = useState<readonly OpenedFile[]>(() => [newFile('session.toml', '')]);
  const [currentId, setCurrentId] = useState<number | null>(null);
  const [profile, setProfile] = useState<Profile>('1.0');
  const source = useRef<SourceHandle>(null);
  const resultOf = useChecks(files, profile);
  const current = files.find(({ id }) => id === currentId) ?? files[0];

  async function open(chosen: File[]) {
    const opened = await Promise.all(chosen.map(openFile));
    setFiles((before) => [...before.filter(({ text, bytes }) => text !== '' || bytes !== null), ...opened]);
    setCurrentId(opened[0]?.id ?? null);
  }

  function close(id: number) {
    const others = files.filter((file) => file.id !== id);
    setFiles(others.length > 0 ? others : [newFile('session.toml', '')]);
  }

  if (!current) return null;
  const result = resultOf(current);
  const isEmpty = current.text === '' && current.bytes === null;
  const edit = (text: string) =>
    setFiles((before) => before.map((file) => (file.id === current.id ? withText(file, text) : file)));

  return (
    <div className="flex flex-col gap-4">
      <FileDrop
        label="Drop session.toml files here"
        hint="They stay in this browser: nothing is sent."
        accept=".toml,text/plain"
        multiple
        onFiles={(chosen) => void open(chosen)}
        className="py-4!"
      />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <RadioGroup
          aria-label="Profile"
          inline
          value={profile}
          options={options}
          onChange={(value) => setProfile(profiles.find((known) => known === value) ?? '1.0')}
        />
        {isEmpty ? <Button onClick={() => edit(exampleText)}>Start from an example</Button> : null}
      </div>
      {files.length > 1 ? (
        <FileList files={files} currentId={current.id} resultOf={resultOf} onChoose={setCurrentId} onClose={close} />
      ) : null}
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
        <div className="min-w-0 self-start lg:sticky lg:top-4">
          <SourcePane
            key={current.id}
            name={current.name}
            text={current.text}
            problems={isEmpty ? [] : (result?.problems ?? [])}
            onChange={edit}
            handle={source}
          />
          <p id="source-keys" className="mt-1 text-xs text-muted-foreground pointer-coarse:hidden">
            F8 goes to the next problem, Shift F8 to the one before.
          </p>
        </div>
        <Outcome
          file={current}
          result={result}
          onProfile={setProfile}
          onChoose={({ line, column }) => source.current?.jumpTo(line, column)}
        />
      </div>
    </div>
  );
}
