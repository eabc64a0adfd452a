import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { HistoryFilter } from '@/components/history/history-filter';
import { historyHref } from '@/components/history/history-href';
import { HistoryList } from '@/components/history/history-list';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import type { HistoryFilter as Filter } from '@/lib/declare/history';
import { fieldNamed, type Model } from '@/lib/declare/model';
import { viewOf } from '@/lib/declare/view';
import { AppError } from '@/lib/errors';
import { requireViewer } from '@/lib/server/auth/viewer';
import { isTold } from '@/lib/server/operations/history-diff';
import { listHistory } from '@/lib/server/operations/history';
import { modelsInHistory } from '@/lib/server/queries/history-lines';
import { undoDeletion } from '../../actions';
import { modelOf, showingWith } from '../../load';
import { loadRecord } from '../load-record';
import { recordCrumbs } from './history-crumbs';

type Props = {
  params: Promise<{ model: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: 'History' };

export default async function HistoryPage({ params, searchParams }: Props) {
  const [viewer, model, { id }, asked] = await Promise.all([requireViewer(), modelOf(params), params, searchParams]);
  const found = await loadRecord(viewer, model, id);
  if (!found) notFound();
  const { record, title } = found;
  const parts = modelsInHistory(model);
  const [person, field, before] = [oneOf(asked.person), oneOf(asked.field), oneOf(asked.before)];
  const filter = readFilter(parts, person, field);
  const history = await listHistory(viewer, model, String(record.id), { filter, before }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  });
  const views = Object.fromEntries(parts.map((part) => [part.name, viewOf(part)]));
  const base = `/${model.path}/${record.id}/history`;
  const current = { person: filter.person === null ? null : person, field: filter.model === null ? null : field };
  return (
    <>
      <PageHeader
        title={`History of ${title}`}
        breadcrumbs={[...recordCrumbs(model, String(record.id), title), { label: 'History' }]}
        subtitle={parts.length > 1 ? 'Every change of it and of what belongs to it.' : 'Every change of it.'}
      />
      <div className="max-w-4xl">
        <HistoryFilter
          base={base}
          {...current}
          people={history.people.map(({ number, name }) => ({ value: String(number), label: name }))}
          fields={parts.map(fieldOptions)}
        />
        {history.writes.length === 0 ? (
          <EmptyState title="Nothing here">
            {current.person || current.field
              ? 'No change fits: show everything again.'
              : 'Changes are listed here from now on.'}
          </EmptyState>
        ) : (
          <HistoryList
            writes={history.writes}
            views={views}
            model={model.name}
            version={record.version}
            showing={showingWith(history.titles)}
            restore={undoDeletion}
          />
        )}
        <nav aria-label="Pages" className="flex gap-2 border-t pt-3">
          {before ? (
            <Button asChild>
              <Link href={historyHref(base, current)}>Newest</Link>
            </Button>
          ) : null}
          {history.next ? (
            <Button asChild>
              <Link href={historyHref(base, { ...current, before: history.next })}>Older changes</Link>
            </Button>
          ) : null}
        </nav>
      </div>
    </>
  );
}

const oneOf = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;

/** The filter in the address: the number of a person, `epoch` or `epoch.name`. What is none narrows nothing. */
function readFilter(parts: readonly Model[], person: string | null, asked: string | null): Filter {
  const [name = '', field = ''] = (asked ?? '').split('.');
  const part = parts.find((one) => one.name === name);
  return {
    person: person && /^\d{1,9}$/.test(person) ? Number(person) : null,
    model: part?.name ?? null,
    field: part && fieldNamed(part, field) ? field : null,
  };
}

/** The fields of the record or of a part, after all of it. */
const fieldOptions = (model: Model) => ({
  label: model.label,
  options: [
    { value: model.name, label: `All of ${model.label.toLowerCase()}` },
    ...Object.entries(model.fields).flatMap(([name, field]) =>
      isTold(field) ? [{ value: `${model.name}.${name}`, label: field.label }] : [],
    ),
  ],
});
