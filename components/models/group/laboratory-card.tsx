import { Pencil, Plus } from 'lucide-react';
import Link from 'next/link';
import type { AnyRecord } from '@/lib/declare/model';
import type { Showing } from '../../fields/field-parts';
import { RecordLinks } from '../../fields/record-link';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { DescriptionList } from '../../ui/description-list';

interface LaboratoryCardProps {
  laboratory: AnyRecord | null;
  showing: Showing;
  /** Where the group's owners edit it, or make it; null for others. */
  editHref: string | null;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The institution behind a group; its name and address go into exports. */
export function LaboratoryCard({ laboratory, showing, editHref }: LaboratoryCardProps) {
  if (!laboratory && !editHref) return null;
  const Icon = laboratory ? Pencil : Plus;
  const address = laboratory
    ? [laboratory.department, laboratory.institution, laboratory.city, laboratory.country].map(textOf).filter(Boolean)
    : [];
  const investigators = Array.isArray(laboratory?.principal_investigators) ? laboratory.principal_investigators : [];
  return (
    <Card
      title="Laboratory"
      description={laboratory ? undefined : 'Its institution and address go into exports. None yet.'}
      action={
        editHref ? (
          <Button asChild size="sm">
            <Link href={editHref}>
              <Icon aria-hidden />
              {laboratory ? 'Edit' : 'Add the laboratory'}
            </Link>
          </Button>
        ) : null
      }
    >
      {laboratory ? (
        <DescriptionList
          columns={1}
          items={[
            { label: 'Address', value: address.join(', ') },
            {
              label: 'Principal investigators',
              value: <RecordLinks model="user" ids={investigators.map(String)} showing={showing} />,
            },
            { label: 'Description', value: textOf(laboratory.description) },
            { label: 'Website', value: <Website url={textOf(laboratory.website)} /> },
          ]}
        />
      ) : null}
    </Card>
  );
}

function Website({ url }: { url: string }) {
  if (!/^https?:\/\//.test(url)) return url || null;
  return (
    <a href={url} rel="noreferrer" className="break-all text-accent underline-offset-2 hover:underline">
      {url}
    </a>
  );
}
