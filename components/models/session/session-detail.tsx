import Link from 'next/link';
import { partsOf } from '@/components/fields';
import type { Showing } from '@/components/fields/field-parts';
import { idsOf, textOf } from '@/components/fields/read-value';
import { RecordLink } from '@/components/fields/record-link';
import { Card } from '@/components/ui/card';
import { DescriptionList, type DescriptionItem } from '@/components/ui/description-list';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import { ageInWords } from './age';
import { EpochsTable } from './epochs-table';
import { ModuleList } from './module-list';
import { epochModules, type Parts } from './parts';
import { withTtlChoices } from './recording-draft';
import { editHref, type SessionTab } from './tabs';
import { Timeline } from './timeline';

type SessionDetailProps = {
  record: AnyRecord;
  parts: Parts;
  /** Views by model name. */
  views: Readonly<Record<string, ModelView>>;
  showing: Showing;
  mayEdit: boolean;
};

const moduleCards = {
  behavior: { title: 'Behaviors', tab: 'behaviors' },
  dataacquisition: { title: 'Data acquisition', tab: 'data_acquisition' },
  manipulation: { title: 'Manipulations', tab: 'manipulations' },
} as const;
const isNothing = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Everything on a session, in the order in which it is looked for. */
export function SessionDetail({ record, parts, views, showing, mayEdit }: SessionDetailProps) {
  const id = String(record.id);
  const items = (view: ModelView | undefined, of: AnyRecord, names: readonly string[]): DescriptionItem[] =>
    names.flatMap((name) => itemOf(view, of, name, showing));
  const { session, recordingfiles } = views;
  const [recording] = parts.recordingfiles;
  const recordingView =
    recordingfiles && recording
      ? { ...recordingfiles, fields: withTtlChoices(recordingfiles.fields, recording) }
      : undefined;
  const add = (tab: SessionTab, what: string) => (mayEdit ? <EmptyPart href={editHref(id, tab)} what={what} /> : null);
  const description = items(session, record, ['description']);
  const more = items(session, record, ['download_links', 'extra_fields']);
  return (
    <>
      <Card>
        <DescriptionList
          items={[
            ...items(session, record, ['date_time']),
            {
              label: 'Subjects',
              value: parts.subjects.length > 0 ? <Subjects subjects={parts.subjects} showing={showing} /> : null,
            },
            ...items(session, record, ['projects', 'experimenter', 'datastorage', 'name_used_in_storage', 'tags']),
            ...description,
          ]}
        />
      </Card>
      <Card title="Epochs">
        {parts.epochs.length > 0 ? (
          <>
            <Timeline epochs={parts.epochs} className="mb-3" />
            <EpochsTable parts={parts} showing={showing} />
          </>
        ) : (
          (add('epochs', 'No epochs yet.') ?? <p className="text-sm text-muted-foreground">No epochs.</p>)
        )}
      </Card>
      {epochModules.map(({ field, part }) => {
        const view = views[field];
        const { title, tab } = moduleCards[field];
        const isEmpty = parts[part].length === 0;
        if (!view || (isEmpty && !mayEdit)) return null;
        return (
          <Card key={field} title={title}>
            {isEmpty ? (
              add(tab, 'None yet.')
            ) : (
              <ModuleList field={field} view={view} modules={parts[part]} parts={parts} showing={showing} />
            )}
          </Card>
        );
      })}
      {recording || mayEdit ? (
        <Card title="Recording files">
          {recording ? (
            <DescriptionList
              items={items(recordingView, recording, ['bpod_path', 'bpod_order', 'trial_types', 'ttls', 'cameras'])}
            />
          ) : (
            add('recording_files', 'Not described yet: session.toml needs them.')
          )}
        </Card>
      ) : null}
      {more.length > 0 ? (
        <Card title="More">
          <DescriptionList items={more} />
        </Card>
      ) : null}
    </>
  );
}

function itemOf(view: ModelView | undefined, record: AnyRecord, name: string, showing: Showing): DescriptionItem[] {
  const field = view?.fields[name];
  if (!field || (isNothing(record[name]) && name !== 'date_time')) return [];
  const { Show, isWide } = partsOf(field);
  return [
    {
      label: field.label,
      value: isNothing(record[name]) ? null : (
        <Show field={field} value={record[name]} record={record} showing={showing} />
      ),
      wide: isWide?.(field) ?? false,
    },
  ];
}

function Subjects({ subjects, showing }: { subjects: readonly AnyRecord[]; showing: Showing }) {
  return (
    <ul>
      {subjects.map((one) => (
        <li key={one.id}>
          {idsOf(one.subject).map((id) => (
            <RecordLink key={id} model="subject" id={id} showing={showing} />
          ))}
          <span className="text-muted-foreground">
            {textOf(one.age) ? `, ${ageInWords(textOf(one.age))}` : ''}
            {typeof one.weight === 'number' ? `, ${one.weight}\u00a0g` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

function EmptyPart({ href, what }: { href: string; what: string }) {
  return (
    <p className="text-sm text-muted-foreground">
      {what}{' '}
      <Link href={href} className="text-accent underline-offset-2 hover:underline">
        Add
      </Link>
    </p>
  );
}
