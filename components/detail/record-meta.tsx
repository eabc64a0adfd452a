import Link from 'next/link';
import type { AnyRecord } from '@/lib/declare/model';
import type { Showing } from '../fields/field-parts';
import { RecordLink } from '../fields/record-link';
import { toMinute } from '../table/to-minute';
import { Card } from '../ui/card';
import { Time } from '../ui/time';

function By({ user, showing }: { user: number | null; showing: Showing }) {
  return user === null || user === undefined ? null : (
    <dd>
      <RecordLink model="user" id={String(user)} showing={showing} />
    </dd>
  );
}

interface RecordMetaProps {
  record: AnyRecord;
  showing: Showing;
  /** Where every change of it is told; null for what has no history. */
  historyHref?: string | null;
}

/** Who made and changed a record, and when, with the way to all of its changes. */
export function RecordMeta({ record, showing, historyHref = null }: RecordMetaProps) {
  return (
    <Card
      title="History"
      className="text-sm"
      action={
        historyHref ? (
          <Link href={historyHref} prefetch={false} className="text-accent underline-offset-2 hover:underline">
            All changes
          </Link>
        ) : null
      }
    >
      <dl className="flex flex-col gap-1.5">
        <div>
          <dt className="text-muted-foreground">Created</dt>
          <dd>
            <Time value={toMinute(record.created_at)} zone={showing.zone} />
          </dd>
          <By user={record.created_by} showing={showing} />
        </div>
        <div>
          <dt className="text-muted-foreground">Last changed</dt>
          <dd>
            <Time value={toMinute(record.updated_at)} zone={showing.zone} />
          </dd>
          <By user={record.updated_by} showing={showing} />
        </div>
        <div>
          <dt className="text-muted-foreground">Version</dt>
          <dd className="tabular-nums">{record.version}</dd>
        </div>
      </dl>
    </Card>
  );
}
