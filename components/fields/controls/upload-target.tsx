'use client';

import { createContext, useCallback, useContext, useMemo, type ReactNode } from 'react';
import type { Upload } from '../../ui/upload';
import { sendFile } from './send-file';

type Target = { readonly model: string; readonly record: string | null };
const TargetContext = createContext<Target | null>(null);

/** The record whose form is inside, for the files of its fields; null for a new one. */
export function UploadTarget({ model, record, children }: Target & { children: ReactNode }) {
  const target = useMemo(() => ({ model, record }), [model, record]);
  return <TargetContext value={target}>{children}</TargetContext>;
}

/** How a field of the form around sends its files; null where there is no form. */
export function useUpload(field: string): Upload | null {
  const target = useContext(TargetContext);
  const upload = useCallback<Upload>(
    (file, onProgress, signal) => sendFile({ ...target, field }, file, onProgress, signal),
    [target, field],
  );
  return target && upload;
}
