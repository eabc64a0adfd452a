'use client';

import { RotateCcw, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { FileField } from '@/lib/declare/kinds/file';
import { Button } from '../../ui/button';
import { FileDrop } from '../../ui/file-drop';
import { ProgressBar } from '../../ui/progress-bar';
import { documentTypes, imageTypes } from '../../ui/upload';
import { UploadGuard } from '../../ui/upload-guard';
import type { InputProps } from '../field-parts';
import { FilePicture } from '../file-picture';
import { textOf } from '../read-value';
import { useUpload } from './upload-target';

/** Chooses, drops, replaces and takes away the file of a field. Nothing is final before the form is saved. */
export function FileInput({ id, name, field, value, onChange }: InputProps<FileField>) {
  const upload = useUpload(name);
  const address = textOf(value);
  const [sending, setSending] = useState<{ name: string; done: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** What the last change took away. */
  const [previous, setPrevious] = useState<string | null>(null);
  const aborting = useRef<AbortController | null>(null);
  useEffect(() => () => aborting.current?.abort(), []);

  function put(next: string | null) {
    setPrevious(address || null);
    onChange(next);
  }

  async function send(file: File | undefined) {
    if (!file || !upload) return;
    aborting.current?.abort();
    const own = new AbortController();
    aborting.current = own;
    setProblem(null);
    setSending({ name: file.name, done: 0 });
    try {
      const stored = await upload(file, (done) => setSending({ name: file.name, done }), own.signal);
      put(stored.address);
    } catch (error) {
      if (!own.signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      if (aborting.current === own) setSending(null);
    }
  }

  return (
    <div className="flex flex-col gap-2">
      <UploadGuard label={field.label} busy={sending !== null} />
      {address ? <FilePicture address={address} label={field.label} /> : null}
      {sending ? (
        <div className="flex items-end gap-3">
          <ProgressBar label={`Uploading ${sending.name}`} value={sending.done} max={1} className="flex-1" />
          <Button size="sm" onClick={() => aborting.current?.abort()}>
            Cancel
          </Button>
        </div>
      ) : (
        <FileDrop
          id={id}
          onFiles={([file]) => void send(file)}
          accept={field.accepts === 'image' ? imageTypes : documentTypes}
          label={
            address
              ? 'Drop another here to replace it'
              : field.accepts === 'image'
                ? 'Drop an image here'
                : 'Drop a file here'
          }
          disabled={upload === null}
          className="gap-1.5! px-4! py-3!"
        />
      )}
      {problem ? (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      ) : null}
      <div className="flex gap-2 empty:hidden">
        {address ? (
          <Button size="sm" onClick={() => put(null)}>
            <Trash2 aria-hidden />
            Remove {field.label.toLowerCase()}
          </Button>
        ) : null}
        {previous ? (
          <Button size="sm" onClick={() => put(previous)}>
            <RotateCcw aria-hidden />
            {address ? 'Put the one before back' : 'Put it back'}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
