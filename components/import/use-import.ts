'use client';

import { useEffect, useState } from 'react';
import type { Profile } from '@/lib/formats/session-toml/shape';
import type { ImportFailure } from './lines';
import type { Choice, Report } from './report';
import { sendImport, type Progress } from './send-import';

export type ImportSettings = {
  readonly files: readonly File[];
  readonly project: string | null;
  readonly profile: Profile;
  readonly strain: string | null;
  readonly choices: Readonly<Record<string, Choice>>;
};

/** Checks the files anew after each change, and imports them when asked. Whatever fails, the files and choices stay. */
export function useImport(address: string, settings: ImportSettings) {
  const [plan, setPlan] = useState<Report | null>(null);
  const [done, setDone] = useState<Report | null>(null);
  const [failure, setFailure] = useState<ImportFailure | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { files, project, profile, strain, choices } = settings;

  useEffect(() => {
    if (files.length === 0 || !project) {
      setPlan(null);
      return;
    }
    const ended = new AbortController();
    setIsChecking(true);
    setFailure(null);
    sendImport(address, { files, project, profile, strain, choices, isDryRun: true }, () => undefined, ended.signal)
      .then((answer) => {
        if (answer.report) setPlan(answer.report);
        setFailure(answer.failure);
        setIsChecking(false);
      })
      .catch(() => undefined); // ended by a newer check
    return () => ended.abort();
  }, [address, files, project, profile, strain, choices, attempt]);

  async function run() {
    if (!project || progress) return;
    setFailure(null);
    setProgress({ done: 0, total: files.length });
    const answer = await sendImport(
      address,
      { files, project, profile, strain, choices, isDryRun: false },
      setProgress,
    );
    setProgress(null);
    setFailure(answer.failure);
    if (answer.report) setDone(answer.report);
  }

  return {
    plan,
    done,
    failure,
    isChecking,
    progress,
    run,
    again: () => setAttempt((before) => before + 1),
    restart: () => setDone(null),
  };
}
