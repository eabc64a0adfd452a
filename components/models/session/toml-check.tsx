'use client';

import { CircleCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Callout } from '@/components/ui/callout';
import type { Missing } from '@/lib/formats/session-toml/missing';
import type { PortalSession } from '@/lib/formats/session-toml/portal';
import { recordingOf } from './recording-draft';
import { DownloadToml, MissingList, subjectHref } from './toml-panel';
import { patiently } from '@/components/ui/patiently';

interface TomlCheckProps {
  id: string;
  /** The subject that the file is about, where there is one. */
  subject: string | null;
  /** The session as it is saved. */
  portal: PortalSession;
  /** The recording files as they are typed. */
  values: Readonly<Record<string, unknown>>;
  isDirty: boolean;
  zone: string;
  onGo: (missing: Missing) => void;
}

const delayMilliseconds = 250;

/** Says while one types what a strict session.toml would still miss. */
export function TomlCheck({ id, subject, portal, values, isDirty, zone, onGo }: TomlCheckProps) {
  const [missing, setMissing] = useState<readonly Missing[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const { exportSession } = await patiently(() => import('@/lib/formats/session-toml/from-portal'));
      const found = exportSession({ ...portal, recording: recordingOf(values) }, '1.0', zone).missing ?? [];
      if (isCurrent) setMissing(found);
    }, delayMilliseconds);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [portal, values, zone]);

  if (missing === null) return null;
  if (missing.length > 0)
    return (
      <Callout
        tone="info"
        title={
          missing.length === 1
            ? 'One thing is missing for a session.toml'
            : `${missing.length} things are missing for a session.toml`
        }
      >
        <MissingList missing={missing} linkTo={(one) => subjectHref(one, subject)} onGo={onGo} />
      </Callout>
    );
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span className="flex items-center gap-1.5">
        <CircleCheck aria-hidden className="size-4 text-success" />
        {isDirty ? 'Complete: save it to download the session.toml.' : 'The session.toml is complete.'}
      </span>
      {isDirty ? null : <DownloadToml id={id} />}
    </div>
  );
}
