'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo, useRef, useState, useTransition, type CSSProperties, type ReactNode } from 'react';
import type { Showing } from '@/components/fields/field-parts';
import { formPlace } from '@/components/form/draft';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { useReorder } from '@/components/ui/use-reorder';
import type { Option } from '@/components/ui/option';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import type { EditorActions } from './editor-actions';
import type { Unsaved } from './epochs/use-epoch-edits';
import { focusFirstOpen } from './focus-first-open';
import { PartForm, type FormState } from './part-form';
import { partName, PartRow } from './part-row';
import { startValues, withinSession, type PartSpec } from './part-specs';
import { usePartOrder } from './use-part-order';

/** The form that is open in a list: an existing part, or a new one that starts as something. */
export type OpenPart =
  | { readonly id: string }
  | { readonly id: null; readonly start: Readonly<Record<string, unknown>>; readonly after: string | null };

interface PartListProps {
  spec: PartSpec;
  view: ModelView;
  records: readonly AnyRecord[];
  sessionId: string;
  showing: Showing;
  actions: EditorActions;
  /** Kept outside, so that another tab does not close it. */
  open: OpenPart | null;
  onOpen: (open: OpenPart | null) => void;
  onState: (state: FormState) => void;
  /** Answers for fields whose choices are on the page already. */
  optionsOf?: (field: string) => readonly Option[] | null;
  /** What a new part starts with. */
  defaults?: Readonly<Record<string, unknown>>;
  /** What a copy differs in. */
  copyOf?: (record: AnyRecord) => Readonly<Record<string, unknown>>;
  /** What is to be said of a part, below its row. */
  remarksOf?: (record: AnyRecord) => ReactNode;
  /** Parts that are changed or made elsewhere on the page and not saved yet. */
  unsaved?: Unsaved;
}

/** Parts of a session as dense rows that open into their form in place; each is saved by itself. */
export function PartList(props: PartListProps) {
  const {
    spec,
    view,
    records,
    sessionId,
    showing,
    actions,
    open,
    onOpen,
    onState,
    optionsOf,
    defaults = {},
    copyOf = (record) => record,
    remarksOf,
    unsaved,
  } = props;
  const router = useRouter();
  /** A part is saved and on its way back into the list. */
  const [isComing, startComing] = useTransition();
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());
  const box = useRef<HTMLDivElement>(null);
  const own = useMemo(() => withinSession(view), [view]);
  const order = usePartOrder({
    spec,
    view,
    records,
    sessionId,
    save: (changes) => actions.saveParts(view.path, sessionId, changes),
  });
  const focusLater = (id: string) => setTimeout(() => document.getElementById(id)?.focus(), 0);
  const openId = open?.id ?? null;

  const lookups = useMemo(
    () => ({
      async candidates(field: string, query: string, draft: Readonly<Record<string, unknown>>) {
        const known = optionsOf?.(field);
        return known
          ? known.filter(({ label }) => label.toLowerCase().includes(query.trim().toLowerCase()))
          : actions.candidates(view.path, field, query, { ...draft, session: sessionId });
      },
      search: (model: string, query: string) => actions.search(view.path, model, query),
      words: (field: string, query: string) => actions.words(view.path, field, query),
    }),
    [actions, optionsOf, sessionId, view.path],
  );

  function close(id: string | null) {
    onOpen(null);
    onState({ isDirty: false, hasProblems: false });
    focusLater(id ? `${spec.part}-${id}-edit` : `${spec.part}-add`);
  }

  function start(values: Readonly<Record<string, unknown>>, after: string | null) {
    onOpen({ id: null, start: { ...values, order: records.length }, after });
    requestAnimationFrame(() => focusFirstOpen(box.current, view, values));
  }

  async function remove(record: AnyRecord) {
    const id = String(record.id);
    if (unsaved?.isNew(id)) return unsaved.forget(id);
    setGoing((before) => new Set(before).add(id));
    const answer = await actions
      .remove(view.path, id, record.version)
      .catch(() => ({ ok: false as const, message: 'The server did not answer; nothing was deleted.' }));
    if (answer.ok) {
      const { deletion } = answer;
      unsaved?.forget(id);
      toast({
        tone: 'success',
        title: `${view.label} deleted`,
        action: { label: 'Undo', onClick: () => void restore(deletion) },
      });
      focusLater(`${spec.part}-add`);
    } else toast({ tone: 'danger', title: 'Not deleted', description: answer.message });
    setGoing((before) => new Set([...before].filter((one) => one !== id || answer.ok)));
    router.refresh();
  }

  async function restore(deletion: string) {
    const answer = await actions
      .restore(deletion)
      .catch(() => ({ ok: false as const, message: 'The server did not answer. Try again in a moment.' }));
    if (!answer.ok) return toast({ tone: 'danger', title: 'Not restored', description: answer.message });
    setGoing(new Set());
    toast({ tone: 'success', title: `${view.label} restored` });
    router.refresh();
  }

  const formFor = (record: AnyRecord | null, initial: Readonly<Record<string, unknown>>) => {
    const shownId = record && String(record.id);
    // One that was drawn is not in the database yet.
    const stored = record && !unsaved?.isNew(String(record.id)) ? record : null;
    return (
      <div className="my-1 border-l-2 border-accent py-2 pl-3">
        <PartForm
          key={record ? `${record.id}:${record.version}` : 'new'}
          view={own}
          initial={initial}
          record={stored && { id: String(stored.id), version: stored.version }}
          variant={stored ? '' : shownId ? `${sessionId}:${shownId}` : sessionId}
          place={formPlace('session', sessionId)}
          showing={showing}
          action={(input, version) =>
            actions.save(
              view.path,
              stored ? String(stored.id) : null,
              stored
                ? { ...unsaved?.valuesOf(String(stored.id)), ...input }
                : { ...input, ...placeOf(own, initial), session: sessionId },
              version,
            )
          }
          lookups={lookups}
          saveLabel={stored ? `Save ${spec.noun}` : `Add ${spec.noun}`}
          onState={onState}
          onCancel={() => close(shownId)}
          onReopen={() => onOpen(open)}
          onSaved={() => {
            close(shownId);
            toast({ tone: 'success', title: stored ? `${view.label} saved` : `${view.label} added` });
            if (stored) router.refresh();
            else startComing(() => router.refresh());
            if (shownId) unsaved?.forget(shownId);
          }}
        />
      </div>
    );
  };
  const newForm =
    open && open.id === null ? formFor(null, { ...startValues(own, open.start), order: open.start.order }) : null;
  const after = open && open.id === null ? open.after : null;
  const shown = order.shown.filter(({ id }) => !going.has(String(id)));
  const isOrdered = own.fields.order !== undefined && shown.length > 1;
  const reorder = useReorder(box, shown.length, (from, to) => {
    const record = shown[from];
    if (record) order.move(from, to, partName(spec, view, record, showing));
  });
  const tracks = [...spec.columns.map(([, track]) => track), isOrdered ? '7.25rem' : '5.5rem'];
  const style = { '--row': tracks.join(' ') } as CSSProperties; // a custom property

  return (
    <div ref={box} className="@container min-w-0" style={style}>
      {shown.length > 0 ? <Header spec={spec} view={view} /> : null}
      <ul aria-label={view.labelPlural}>
        {shown.map((record, index) => (
          <li
            key={record.id}
            data-place={index}
            className={cn('border-b border-border/60', isOrdered && reorder.mark(index))}
          >
            {openId === String(record.id) ? (
              formFor(record, startValues(own, record))
            ) : (
              <PartRow
                spec={spec}
                view={view}
                record={record}
                showing={showing}
                isBusy={open !== null}
                handle={isOrdered ? reorder.handle(index) : null}
                onEdit={() => onOpen({ id: String(record.id) })}
                onDuplicate={spec.part === 'subjects' ? null : () => start(copyOf(record), String(record.id))}
                onRemove={() => void remove(record)}
              />
            )}
            {openId === String(record.id) ? null : remarksOf?.(record)}
            {after === String(record.id) ? newForm : null}
          </li>
        ))}
        {isComing ? (
          <li aria-hidden className="border-b border-border/60 py-2.5">
            <Skeleton className="h-4 w-40" />
          </li>
        ) : null}
      </ul>
      <p role="status" className="sr-only">
        {order.said}
      </p>
      {shown.length === 0 && open === null && !isComing ? (
        <p className="py-2 text-muted-foreground">{spec.teach}</p>
      ) : null}
      {after === null || !shown.some(({ id }) => String(id) === after) ? newForm : null}
      {open === null ? (
        <Button id={`${spec.part}-add`} size="sm" className="mt-2" onClick={() => start(defaults, null)}>
          <Plus aria-hidden />
          Add {spec.noun}
        </Button>
      ) : null}
    </div>
  );
}

/** New modules come last, where their model keeps an order. */
const placeOf = (view: ModelView, initial: Readonly<Record<string, unknown>>) =>
  view.fields.order ? { order: initial.order } : {};

function Header({ spec, view }: { spec: PartSpec; view: ModelView }) {
  return (
    <div
      aria-hidden
      className="hidden grid-cols-(--row) gap-3 border-b pb-1 text-sm font-medium text-muted-foreground @2xl:grid"
    >
      {spec.columns.map(([name]) => (
        <span key={name} className="truncate">
          {view.fields[name]?.label}
        </span>
      ))}
    </div>
  );
}
