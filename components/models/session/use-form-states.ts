import { useCallback, useEffect, useRef, useState } from 'react';
import { formPlace } from '@/components/form/draft';
import { useDrafting } from '@/components/form/drafting';
import { settlePlace } from '@/components/form/open-drafts';
import { findDrafts } from './find-drafts';
import type { FormState } from './part-form';
import type { OpenPart } from './part-list';
import type { Parts } from './parts';

const unsaved: FormState = { isDirty: true, hasProblems: false };

/** What the forms of a session's editor tell of themselves, and which of its lists has one open, by their keys. */
export function useFormStates(id: string, parts: Parts) {
  const [states, setStates] = useState<Readonly<Record<string, FormState>>>({});
  const [open, setOpenAt] = useState<Readonly<Record<string, OpenPart | null>>>({});
  const { owner } = useDrafting();
  const tell = useCallback((key: string, state: FormState) => setStates((before) => ({ ...before, [key]: state })), []);
  const setOpen = useCallback(
    (key: string, next: OpenPart | null) => setOpenAt((before) => ({ ...before, [key]: next })),
    [],
  );

  // What an earlier visit left unsaved comes back open.
  const firstParts = useRef(parts);
  useEffect(() => {
    if (owner === null) return;
    const show = () => {
      const found = findDrafts(owner, id, firstParts.current);
      setOpenAt((before) => ({ ...found.open, ...before }));
      setStates((before) => ({ ...Object.fromEntries(found.unsaved.map((key) => [key, unsaved])), ...before }));
    };
    show();
    // Some may have been typed in another browser.
    void settlePlace(owner, formPlace('session', id)).then(show);
  }, [owner, id]);

  return { states, open, tell, setOpen };
}
