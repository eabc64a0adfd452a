'use client';

import dynamic from 'next/dynamic';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Showing } from '@/components/fields/field-parts';
import { numberOf, textOf } from '@/components/fields/read-value';
import { nextName } from '@/lib/next-name';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import { EpochsSaveBar } from './epochs/epochs-save-bar';
import { gapsOf, overlapsOf, remarksOn } from './epochs/overlaps';
import { TimeRemarks } from './epochs/time-remarks';
import { TimelineEditor } from './epochs/timeline-editor';
import type { EpochEdits } from './epochs/use-epoch-edits';
import type { OpenPart, PartList } from './part-list';
import { partSpecs, type PartSpec } from './part-specs';
import { epochModules, type Parts } from './parts';
import { stretchOf } from './timeline-layout';
import { patiently } from '@/components/ui/patiently';
import { readFocused } from '@/components/form/use-save-shortcut';

// Reading tables is large, and asked for by few.
const PasteDialog = dynamic(() => patiently(() => import('./epochs/paste-dialog')), { ssr: false });

interface EpochPartsProps {
  parts: Parts;
  view: ModelView;
  showing: Showing;
  edits: EpochEdits;
  open: OpenPart | null;
  list: (spec: PartSpec, more: Partial<Parameters<typeof PartList>[0]>) => ReactNode;
}

/** The epochs on their timeline and as rows. A new one starts where the last one ends. */
export function EpochParts({ parts, view, showing, edits, open, list }: EpochPartsProps) {
  const { epochs } = edits;
  /** What is being pasted; null while nothing is. */
  const [pasted, setPasted] = useState<string | null>(null);
  const optionsOf = useMemo(() => moduleOptions(parts, epochs, open, showing), [parts, epochs, open, showing]);
  const names = useMemo(() => epochs.map(({ name }) => textOf(name)), [epochs]);
  const remarksOf = useMemo(() => {
    const stretches = epochs.map(stretchOf).filter((stretch) => stretch !== null);
    const [overlaps, gaps] = [overlapsOf(stretches), gapsOf(stretches)];
    return (record: AnyRecord) => (
      <TimeRemarks
        remarks={remarksOn(String(record.id), overlaps, gaps)}
        isUnsaved={epochs.some((epoch) => epoch.id === record.id && epoch.isChanged)}
      />
    );
  }, [epochs]);

  const lastEnd = Math.max(0, ...epochs.map(({ start, end }) => numberOf(end) ?? numberOf(start) ?? 0));
  const copyOf = (epoch: AnyRecord) => {
    const [start, end] = [numberOf(epoch.start), numberOf(epoch.end)];
    const length = start !== null && end !== null ? end - start : null;
    return {
      ...epoch,
      name: nextName(textOf(epoch.name), names),
      start: lastEnd,
      end: length === null ? null : lastEnd + length,
      dataacquisition: null,
    };
  };
  return (
    // Undo and save reach all of the tab; what is typed in a field has its own.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onKeyDown={(event) => onShortcut(event, edits)}
      onPaste={(event) => {
        if (isTyping(event.target)) return;
        const text = event.clipboardData.getData('text/plain');
        if (text.trim() !== '') setPasted(text);
      }}
    >
      <TimelineEditor edits={edits} parts={parts} showing={showing} onPaste={() => setPasted('')} />
      <EpochsSaveBar edits={edits} view={view} showing={showing} />
      {list(partSpecs.epochs, {
        records: epochs,
        optionsOf,
        defaults: { start: lastEnd },
        copyOf,
        remarksOf,
        unsaved: edits.unsaved,
      })}
      {pasted === null ? null : (
        <PasteDialog
          text={pasted}
          taken={names}
          onClose={() => setPasted(null)}
          onAdd={(added) => {
            edits.add(...added);
            setPasted(null);
          }}
        />
      )}
    </div>
  );
}

/** The modules that an epoch can name: a data acquisition is in one epoch at most. */
function moduleOptions(parts: Parts, epochs: readonly AnyRecord[], open: OpenPart | null, showing: Showing) {
  const taken = new Set(
    epochs.filter(({ id }) => String(id) !== open?.id).map(({ dataacquisition }) => String(dataacquisition)),
  );
  return (field: string) => {
    const kind = epochModules.find((one) => one.field === field);
    if (!kind) return null;
    const free = parts[kind.part].filter(({ id }) => field !== 'dataacquisition' || !taken.has(String(id)));
    return free.map(({ id }) => ({ value: String(id), label: showing.titles[field]?.[String(id)] ?? field }));
  };
}

const isTyping = (target: EventTarget) =>
  target instanceof Element && target.closest('input, textarea, [contenteditable=true], [role=dialog]') !== null;

function onShortcut(event: KeyboardEvent, edits: EpochEdits): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const isOwnForm = event.target instanceof Element && event.target.closest('ul form') !== null;
  if (key === 's' && !event.shiftKey && !isOwnForm && edits.counts.total > 0) {
    event.preventDefault();
    if (isTyping(event.target)) readFocused();
    requestAnimationFrame(() => void edits.latest.current.save());
  }
  if (isTyping(event.target) && !(event.target as Element).closest('[data-untouched]')) return;
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) edits.redo();
  else edits.undo();
  // What had the focus may be gone with the epoch.
  const timeline = event.currentTarget.querySelector<HTMLElement>('[role="application"]');
  requestAnimationFrame(() => document.activeElement === document.body && timeline?.focus({ preventScroll: true }));
}
