'use client';

import { useCallback, useRef, useState } from 'react';
import type { Editor } from '@tiptap/react';
import { uploadImage } from './rich-text-uploads';
import type { Upload } from './upload';

/** Images on their way into an editor: how many, and what went wrong with the last ones. */
export function useImageUploads(upload: Upload | null | undefined) {
  const [count, setCount] = useState(0);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const latest = useRef(upload);
  latest.current = upload;

  /** Puts files at a place in the text, or where the cursor is. */
  const add = useCallback((editor: Editor, files: readonly File[], at: number | null) => {
    const send = latest.current;
    if (!send) return;
    setProblems([]);
    for (const file of files) {
      setCount((before) => before + 1);
      uploadImage(editor, file, at ?? editor.state.selection.from, send)
        .catch((error: unknown) =>
          setProblems((all) => [...all, error instanceof Error ? error.message : String(error)]),
        )
        .finally(() => setCount((before) => before - 1));
    }
  }, []);

  return { isBusy: count > 0, problems, add };
}
