'use client';

import { useEffect, useRef, useState } from 'react';
import type { Profile } from '@/lib/formats/session-toml/shape';
import type { Checked } from './checker';
import type { OpenedFile } from './opened-file';
import { patiently } from '../ui/patiently';

/** Long enough not to run at every key, short enough to feel immediate. */
const TYPING_PAUSE_MS = 120;

/**
 * Checks every file, one after the other with a breath between them, and again what changes. The answer for a file is
 * null until there is one; while somebody types, the last answer for that file stays.
 */
export function useChecks(files: readonly OpenedFile[], profile: Profile): (file: OpenedFile) => Checked | null {
  const known = useRef(new WeakMap<OpenedFile, Map<Profile, Checked>>());
  const latest = useRef(new Map<number, Checked>());
  const [, setDone] = useState(0);

  useEffect(() => {
    let isStale = false;
    async function checkAll() {
      const { check } = await patiently(() => import('./checker'));
      for (const file of files) {
        if (isStale) return;
        const results = known.current.get(file) ?? new Map<Profile, Checked>();
        known.current.set(file, results);
        if (results.has(profile)) continue;
        const result = check(file.bytes ?? file.text, profile);
        results.set(profile, result);
        latest.current.set(file.id, result);
        setDone((count) => count + 1);
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    const timer = setTimeout(() => void checkAll(), TYPING_PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [files, profile]);

  return (file) => known.current.get(file)?.get(profile) ?? latest.current.get(file.id) ?? null;
}
