'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo, useRef, useTransition, type CSSProperties, type ReactNode } from 'react';
import type { Showing } from '@/components/fields/field-parts';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import { focusFirstOpen } from '@/components/form/focus-first-open';
import { useReorder } from '@/components/ui/use-reorder';
import type { Option } from '@/components/ui/option';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import type { EditorActions } from './editor-actions';
import type { Unsaved } from './epochs/use-epoch-edits';
import type { FormState } from './part-form';
import { PartFormInPlace } from './part-form-in-place';
import { partName, PartRow } from './part-row';
import { startValues, withinSession, type PartSpec } from './part-specs';
import { usePartOrder } from './use-part-order';
import { usePartRemoval } from './use-part-removal';

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
  const box = useRef<HTMLDivElement>(null);
  const own = useMemo(() => withinSession(view), [view]);
  const order = usePartOrder({
    spec,
    view,
    records,
    sessionId,
    save: (changes) => actions.saveParts(view.path, sessionId, changes),
  });
  const { isGoing, remove } = usePartRemoval({
    view,
    actions,
    unsaved,
    onRemoved: () => focusLater(`${spec.part}-add`),
  });
  const focusLater = (id: string) => setTimeout(() => document.getElementById(id)?.focus(), 0);
  const openId = open?.id ?? null;

  function close(id: string | null) {
    onOpen(null);
    onState({ isDirty: false, hasProblems: false });
    focusLater(id ? `${spec.part}-${id}-edit` : `${spec.part}-add`);
  }

  function start(values: Readonly<Record<string, unknown>>, after: string | null) {
    onOpen({ id: null, start: { ...values, order: records.length }, after });
    requestAnimationFrame(() => focusFirstOpen(box.current, view, values));
  }

  const formFor = (record: AnyRecord | null, initial: Readonly<Record<string, unknown>>) => {
    const shownId = record && String(record.id);
    return (
      <PartFormInPlace
        {...{ spec, sessionId, showing, actions, optionsOf, unsaved, record, initial, onState }}
        view={own}
        onClose={() => close(shownId)}
        onReopen={() => onOpen(open)}
        onAdded={() => startComing(() => router.refresh())}
      />
    );
  };
  const newForm =
    open && open.id === null ? formFor(null, { ...startValues(own, open.start), order: open.start.order }) : null;
  const after = open && open.id === null ? open.after : null;
  const shown = order.shown.filter((record) => !isGoing(record));
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
