'use client';

import { useMemo, type ReactNode } from 'react';
import type { Showing } from '@/components/fields/field-parts';
import { numberOf } from '@/components/fields/read-value';
import { nextName } from '@/components/ui/next-name';
import type { AnyRecord } from '@/lib/declare/model';
import type { OpenPart, PartList } from './part-list';
import { partSpecs, type PartSpec } from './part-specs';
import { epochModules, type Parts } from './parts';
import { Timeline } from './timeline';

interface EpochPartsProps {
  parts: Parts;
  showing: Showing;
  open: OpenPart | null;
  list: (spec: PartSpec, more: Partial<Parameters<typeof PartList>[0]>) => ReactNode;
}

/** The epochs on their timeline and as rows. A new one starts where the last one ends. */
export function EpochParts({ parts, showing, open, list }: EpochPartsProps) {
  const optionsOf = useMemo(() => {
    const taken = new Set(
      parts.epochs.filter(({ id }) => String(id) !== open?.id).map(({ dataacquisition }) => String(dataacquisition)),
    );
    return (field: string) => {
      const kind = epochModules.find((one) => one.field === field);
      if (!kind) return null;
      // A data acquisition is in one epoch at most.
      const free = parts[kind.part].filter(({ id }) => field !== 'dataacquisition' || !taken.has(String(id)));
      return free.map(({ id }) => ({ value: String(id), label: showing.titles[field]?.[String(id)] ?? field }));
    };
  }, [parts, open, showing.titles]);

  const lastEnd = Math.max(0, ...parts.epochs.map(({ start, end }) => numberOf(end) ?? numberOf(start) ?? 0));
  const copyOf = (epoch: AnyRecord) => {
    const [start, end] = [numberOf(epoch.start), numberOf(epoch.end)];
    const length = start !== null && end !== null ? end - start : null;
    return {
      ...epoch,
      name: nextName(
        String(epoch.name),
        parts.epochs.map(({ name }) => String(name)),
      ),
      start: lastEnd,
      end: length === null ? null : lastEnd + length,
      dataacquisition: null,
    };
  };
  return (
    <>
      <Timeline epochs={parts.epochs} currentId={open?.id ?? null} className="mb-4" />
      {list(partSpecs.epochs, { optionsOf, defaults: { start: lastEnd }, copyOf })}
    </>
  );
}
