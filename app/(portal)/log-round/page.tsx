import type { Metadata } from 'next';
import Link from 'next/link';
import { readTarget } from '@/components/grid/address';
import RoundForm from '@/components/log/round/round-form';
import RoundOffer from '@/components/log/round/round-offer';
import { Callout } from '@/components/ui/callout';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import type { BulkTarget } from '@/components/bulk/target';
import type { RoundSubject } from '@/lib/declare/log-round';
import { weightType } from '@/lib/declare/measures';
import { AppError } from '@/lib/errors';
import { models } from '@/lib/models';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { offerRound, readRound, roundFields } from '@/lib/server/operations/log-round';
import type { UserViewer } from '@/lib/server/viewer';
import { measuredType, measuredTypes, type MeasuredType } from '@/lib/vocabularies/measured-types';
import { refusal } from '../[model]/refusal';
import { listOfTarget } from '../[model]/target';
import { saveRound, takeBackRound } from './actions';
import { roundMax } from './round-max';

export const metadata: Metadata = { title: 'Daily round' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const { subject } = models;
const usual = measuredType(weightType) ?? measuredTypes[0];
const minute = 60_000;

/** One amount of each of several animals: the round of the morning. Its address can be kept, and finds the same list tomorrow. */
export default async function RoundPage({ searchParams }: Props) {
  const [viewer, query] = await Promise.all([requireViewer(), searchParams]);
  const type = measuredType(query.type) ?? usual;
  const target = readTarget(subject.path, query);
  const found = type && target ? await loadRound(viewer, type, target).catch(refusal) : [];
  const subjects = Array.isArray(found) ? found : [];
  const offered = type && !target ? await offerRound(viewer, type, roundMax) : [];
  const zone = getEnv().LAB_TIME_ZONE;
  const address = (code: string) =>
    `/log-round?${new URLSearchParams({ ...only(query, 'ids'), ...only(query, 'list'), type: code })}`;
  return (
    <>
      <PageHeader
        title="Daily round"
        subtitle="One entry each, saved together; Enter goes on to the next."
        breadcrumbs={[{ label: subject.labelPlural, href: `/${subject.path}` }, { label: 'Daily round' }]}
      />
      {found instanceof AppError ? (
        <Callout tone="warning" title="These can’t be shown">
          {found.message}
        </Callout>
      ) : (
        <>
          {type && (!target || subjects.length > 0) ? (
            <nav aria-label="What is measured" className="mb-4 flex flex-wrap gap-2">
              {measuredTypes.map(({ code, field }) => (
                <Link
                  key={code}
                  href={address(code)}
                  aria-current={code === type.code ? 'true' : undefined}
                  className={buttonClass('secondary', 'md', code === type.code ? 'border-accent! text-accent!' : '')}
                >
                  {field.label}
                </Link>
              ))}
            </nav>
          ) : null}
          {type && subjects.length > 0 ? (
            <RoundForm
              // Another list or type is another form, with a draft of its own.
              key={address(type.code)}
              type={type}
              subjects={subjects}
              actions={{ save: saveRound, undo: takeBackRound }}
              now={new Date(Math.floor(Date.now() / minute) * minute).toISOString()}
              zone={zone}
            />
          ) : type && offered.length > 0 ? (
            <RoundOffer key={type.code} type={type} subjects={offered} zone={zone} />
          ) : (
            <EmptyState
              title="No subjects chosen"
              action={
                <Button asChild variant="primary">
                  <Link href={`/${subject.path}`}>Choose subjects</Link>
                </Button>
              }
            >
              Tick subjects in their list, then Log. The next time the round begins here, with the same animals.
            </EmptyState>
          )}
        </>
      )}
    </>
  );
}

/** @throws AppError invalid for more than a round has room for: an animal left out would go unweighed. */
async function loadRound(viewer: UserViewer, type: MeasuredType, target: BulkTarget): Promise<RoundSubject[]> {
  const list = { ...listOfTarget(subject, target, roundFields), limit: roundMax + 1 };
  const found = await readRound(viewer, type, list);
  if (found.length > roundMax)
    throw new AppError('invalid', { message: `At most ${roundMax} subjects in a round: narrow the list first.` });
  return found;
}

const only = (query: Readonly<Record<string, string | string[] | undefined>>, name: string): Record<string, string> => {
  const value = query[name];
  return typeof value === 'string' ? { [name]: value } : {};
};
