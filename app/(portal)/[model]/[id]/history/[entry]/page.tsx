import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ShownValue } from '@/components/history/shown-value';
import { UndoForm } from '@/components/history/undo-form';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { kindOf } from '@/lib/declare/kinds';
import type { AnyRecord, Field } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { requireViewer } from '@/lib/server/auth/viewer';
import { undoPlan } from '@/lib/server/operations/history';
import { sanitiseRichText } from '@/lib/server/rich-text';
import { modelOf, showingWith } from '../../../load';
import { loadRecord } from '../../load-record';
import { historyHome, recordCrumbs } from '../history-crumbs';
import { applyUndo } from './actions';

type Props = {
  params: Promise<{ model: string; id: string; entry: string }>;
  searchParams: Promise<{ to?: string | string[] }>;
};

export const metadata: Metadata = { title: 'Undo' };

export default async function UndoPage({ params, searchParams }: Props) {
  const [viewer, model, { id, entry }, { to }] = await Promise.all([
    requireViewer(),
    modelOf(params),
    params,
    searchParams,
  ]);
  const mode = to === 'version' ? 'restore' : 'undo';
  const [found, plan] = await Promise.all([
    loadRecord(viewer, model, id),
    undoPlan(viewer, model, id, entry, mode).catch((error: unknown) => {
      if (error instanceof AppError && error.status < 500) return null;
      throw error;
    }),
  ]);
  if (!found || !plan) notFound();
  const { current, fields } = plan;
  const showing = showingWith(plan.titles);
  const home = historyHome(model, current);
  // Typed details are read by the type that they will have.
  const later: AnyRecord = { ...current, ...Object.fromEntries(fields.map(({ name, next }) => [name, next])) };
  const shown = (field: Field, value: unknown, record: AnyRecord) => (
    <ShownValue
      field={field}
      value={kindOf(field).isHtml ? sanitiseRichText(String(value ?? '')) : value}
      record={record}
      showing={showing}
    />
  );
  return (
    <>
      <PageHeader
        title={mode === 'undo' ? 'Undo this change' : 'Restore this version'}
        subtitle={
          mode === 'undo'
            ? 'The values before are written again, as a new change. Nothing of the history goes away.'
            : 'The values of that version are written again, as a new change. Nothing of the history goes away.'
        }
        breadcrumbs={[
          ...recordCrumbs(model, String(current.id), found.title),
          { label: 'History', href: home },
          { label: mode === 'undo' ? 'Undo' : 'Restore' },
        ]}
      />
      {fields.length === 0 ? (
        <EmptyState title="Nothing to set back">The record has these values already.</EmptyState>
      ) : (
        <div className="max-w-4xl">
          <UndoForm
            key={current.version}
            rows={fields.flatMap(({ name, state, now, next }) => {
              const field = model.fields[name];
              return field
                ? [
                    {
                      name,
                      label: field.label,
                      state,
                      now: shown(field, now, current),
                      next: shown(field, next, later),
                    },
                  ]
                : [];
            })}
            verb={mode === 'undo' ? 'Set back' : 'Restore'}
            done={mode === 'undo' ? 'Change undone' : 'Version restored'}
            backHref={home}
            apply={applyUndo.bind(null, model.path, String(current.id), entry, mode, current.version)}
          />
        </div>
      )}
    </>
  );
}
