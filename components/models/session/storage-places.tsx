import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import type { MissingForPath, StorageLine, StoragePlace } from '@/lib/formats/storage-paths';
import { editHref } from './tabs';

interface StoragePlacesProps {
  /** The session's id. */
  id: string;
  places: readonly StoragePlace[];
  mayEdit: boolean;
}

/** Where the files of a session are: for each storage the lines that lead there, to be copied. */
export function StoragePlaces({ id, places, mayEdit }: StoragePlacesProps) {
  if (places.length === 0 && !mayEdit) return null;
  return (
    <Card title="Files" id="files">
      {places.length === 0 ? (
        <p className="text-sm text-muted-foreground">
          No storage is named.{' '}
          {mayEdit ? (
            <Link
              href={editHref(id, 'general', 'datastorage')}
              className="text-accent underline-offset-2 hover:underline"
            >
              Say where its files are
            </Link>
          ) : null}
        </p>
      ) : (
        <ul aria-label="Storages" className="flex flex-col gap-4">
          {places.map((place) => (
            <Place key={place.id} id={id} place={place} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Place({ id, place, mayEdit }: { id: string; place: StoragePlace; mayEdit: boolean }) {
  return (
    <li>
      <p className="font-medium">
        <Link href={`/data-storages/${place.id}`} prefetch={false} className="record-link">
          {place.name}
        </Link>
      </p>
      {place.lines.length > 0 ? (
        <ul
          aria-label={`Ways to ${place.name}`}
          className="mt-1 flex flex-col divide-y divide-border/60 border-y border-border/60"
        >
          {place.lines.map((line) => (
            <Line key={`${line.protocol}:${line.where}:${line.text}`} line={line} />
          ))}
        </ul>
      ) : null}
      {place.missing.map((missing) => (
        <p key={missing.at} className="mt-1 text-sm text-muted-foreground">
          {missing.message} <Fix id={id} storage={place.id} missing={missing} mayEdit={mayEdit} />
        </p>
      ))}
    </li>
  );
}

function Line({ line }: { line: StorageLine }) {
  return (
    <li className="grid items-center gap-x-4 py-1 sm:grid-cols-[9rem_minmax(0,1fr)_auto]">
      <span className="text-sm text-muted-foreground">
        {line.where || line.protocol} {line.isPublic ? <Badge tone="info">Public</Badge> : null}
      </span>
      <span className="flex min-w-0 items-center gap-1 sm:contents">
        <code className="min-w-0 flex-1 font-mono text-sm break-all">
          {line.href ? (
            <a href={line.href} rel="noreferrer" target="_blank" className="record-link">
              {line.text}
            </a>
          ) : (
            line.text
          )}
        </code>
        <CopyButton text={line.text} label={`Copy the path for ${line.where || line.protocol}`} />
      </span>
    </li>
  );
}

/** Where what is missing is filled in. */
function Fix({
  id,
  storage,
  missing,
  mayEdit,
}: {
  id: string;
  storage: string;
  missing: MissingForPath;
  mayEdit: boolean;
}) {
  const ofStorage = missing.at === 'data_protocols' || missing.at === 'data_organization';
  if (!ofStorage && !mayEdit) return null;
  const hrefs = {
    data_protocols: `/data-storages/${storage}/edit#data_protocols`,
    data_organization: `/data-storages/${storage}/edit#data_organization`,
    collections: '/collections',
    cohorts: '/cohorts',
    subjects: editHref(id, 'general', 'subjects'),
    projects: editHref(id, 'general', 'projects'),
    date_time: editHref(id, 'general', 'date_time'),
  };
  return (
    <Link href={hrefs[missing.at]} className="text-accent underline-offset-2 hover:underline">
      {ofStorage ? 'Describe it' : 'Add it'}
    </Link>
  );
}
