import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Showing } from '@/components/fields/field-parts';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import { givenItems } from './detail-items';
import { EpochsTable } from './epochs-table';
import { ModuleList } from './module-list';
import { epochModules, type Parts } from './parts';
import { withTtlChoices } from './recording-draft';
import { editHref, type SessionTab } from './tabs';
import { Timeline } from './timeline';

interface SessionDetailProps {
  record: AnyRecord;
  parts: Parts;
  /** Views by model name. */
  views: Readonly<Record<string, ModelView>>;
  showing: Showing;
  mayEdit: boolean;
  /** The ways to its files, after the recording files; without them the storages are named. */
  files?: ReactNode;
}

const moduleCards = {
  behavior: { title: 'Behaviors', tab: 'behaviors' },
  dataacquisition: { title: 'Data acquisition', tab: 'data_acquisition' },
  manipulation: { title: 'Manipulations', tab: 'manipulations' },
} as const;

/** Everything on a session, in the order in which it is looked for. */
export function SessionDetail(props: SessionDetailProps) {
  const { record, views, showing, files } = props;
  const about = givenItems(views.session, record, ['description', 'tags'], showing);
  const storage = files ? [] : ['datastorage'];
  const others = [...storage, 'name_used_in_storage', 'download_links', 'extra_fields'];
  const more = givenItems(views.session, record, others, showing);
  return (
    <>
      {about.length > 0 || props.mayEdit ? (
        <Card>
          <DescriptionList items={about} />
          {props.mayEdit ? (
            <Link href={`${editHref(String(record.id), 'general')}#description`} className="text-sm text-accent">
              Add a note or picture
            </Link>
          ) : null}
        </Card>
      ) : null}
      <Epochs {...props} />
      {epochModules.map(({ field }) => (
        <Modules key={field} field={field} {...props} />
      ))}
      <RecordingFiles {...props} />
      {files}
      {more.length > 0 ? (
        <Card title="More">
          <DescriptionList items={more} />
        </Card>
      ) : null}
    </>
  );
}

function Epochs({ record, parts, showing, mayEdit }: SessionDetailProps) {
  return (
    <Card title="Epochs">
      {parts.epochs.length > 0 ? (
        <>
          <Timeline epochs={parts.epochs} className="mb-3" />
          <EpochsTable parts={parts} showing={showing} />
        </>
      ) : mayEdit ? (
        <EmptyPart record={record} tab="epochs" what="No epochs yet." />
      ) : (
        <p className="text-sm text-muted-foreground">No epochs.</p>
      )}
    </Card>
  );
}

function Modules({
  field,
  record,
  parts,
  views,
  showing,
  mayEdit,
}: SessionDetailProps & { field: keyof typeof moduleCards }) {
  const view = views[field];
  const part = epochModules.find((one) => one.field === field)?.part;
  const modules = part ? parts[part] : [];
  const { title, tab } = moduleCards[field];
  if (!view || (modules.length === 0 && !mayEdit)) return null;
  return (
    <Card title={title}>
      {modules.length === 0 ? (
        <EmptyPart record={record} tab={tab} what="None yet." />
      ) : (
        <ModuleList field={field} view={view} modules={modules} parts={parts} showing={showing} />
      )}
    </Card>
  );
}

const recordingFields = ['bpod_path', 'bpod_order', 'trial_types', 'ttls', 'cameras'];

function RecordingFiles({ record, parts, views, showing, mayEdit }: SessionDetailProps) {
  const [recording] = parts.recordingfiles;
  const view = views.recordingfiles;
  if (!recording || !view)
    return mayEdit ? (
      <Card title="Recording files">
        <EmptyPart record={record} tab="recording_files" what="Not described yet: session.toml needs them." />
      </Card>
    ) : null;
  const named = { ...view, fields: withTtlChoices(view.fields, recording) };
  return (
    <Card title="Recording files">
      <DescriptionList items={givenItems(named, recording, recordingFields, showing)} />
    </Card>
  );
}

function EmptyPart({ record, tab, what }: { record: AnyRecord; tab: SessionTab; what: string }) {
  return (
    <p className="text-sm text-muted-foreground">
      {what}{' '}
      <Link href={editHref(record.id, tab)} className="text-accent underline-offset-2 hover:underline">
        Add
      </Link>
    </p>
  );
}
