import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { Finding } from '@/lib/formats/archive/facts';
import { placeHref } from '@/lib/formats/archive/place';
import { ArchiveIcon } from './archive-light';
import { metadataHref, stateOf } from './archive-state';

interface ArchivePanelProps {
  findings: readonly Finding[];
  /** Each of the subjects makes a file; null on a subject's own page, which makes none. */
  files: { readonly session: string; readonly subjects: readonly { id: string; name: string }[] } | null;
  mayEdit: boolean;
}

/** Whether NWB and DANDI would take the record, and each value that they would not, with the way to its field. */
export function ArchivePanel({ findings, files, mayEdit }: ArchivePanelProps) {
  const { state, words } = stateOf(findings);
  return (
    <Card id="archive" title="NWB and DANDI" className="text-sm">
      <p className="flex items-start gap-1.5">
        <span className="mt-0.5">
          <ArchiveIcon findings={findings} />
        </span>
        {words}
      </p>
      {findings.length > 0 ? (
        <ul aria-label="For NWB and DANDI" className="mt-1.5 flex list-disc flex-col gap-1 pl-4">
          {findings.map((finding) => (
            <li key={`${finding.key}:${finding.message}`}>
              <span className="sr-only">{finding.severity === 'error' ? 'Needed: ' : 'Advised: '}</span>
              <FindingText finding={finding} mayEdit={mayEdit} />
            </li>
          ))}
        </ul>
      ) : null}
      {files && state !== 'needed' ? (
        <div className="mt-3 flex flex-wrap gap-2">
          {files.subjects.map(({ id, name }) => (
            <Button asChild size="sm" key={id}>
              {/* The file comes from the API, so this is no page to be prefetched. */}
              <a href={metadataHref(files.session, files.subjects.length > 1 ? id : null)} download>
                <Download aria-hidden />
                {files.subjects.length > 1 ? `Metadata of ${name}` : 'NeuroConv metadata'}
              </a>
            </Button>
          ))}
        </div>
      ) : null}
    </Card>
  );
}

function FindingText({ finding: { message, place }, mayEdit }: { finding: Finding; mayEdit: boolean }) {
  if (place === null || !mayEdit) return message;
  return (
    <a href={placeHref(place)} className="text-accent underline-offset-2 hover:underline">
      {message}
    </a>
  );
}
