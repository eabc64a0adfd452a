import type { Showing } from '@/components/fields/field-parts';
import { idsOf } from '@/components/fields/read-value';
import { epochModules, type Parts } from '../parts';
import type { Placed } from '../timeline-layout';
import { placeIn } from './epoch-bar';
import type { WorkingEpoch } from './pending';
import type { ViewWindow } from './view-window';

export type ModuleLane = {
  readonly field: string;
  readonly id: string;
  readonly title: string;
  readonly epochs: ReadonlySet<string>;
};

/** A lane for each module of the session, with the epochs that name it. */
export function moduleLanes(parts: Parts, epochs: readonly WorkingEpoch[], showing: Showing): ModuleLane[] {
  return epochModules.flatMap(({ field, part }) =>
    parts[part].map((module) => ({
      field,
      id: String(module.id),
      title: showing.titles[field]?.[String(module.id)] ?? field,
      epochs: new Set(
        epochs.flatMap((epoch) => (idsOf(epoch[field]).includes(String(module.id)) ? [String(epoch.id)] : [])),
      ),
    })),
  );
}

const tints: Readonly<Record<string, string>> = {
  behavior: 'border-success bg-success/15',
  dataacquisition: 'border-info bg-info/15',
  manipulation: 'border-warning bg-warning/15',
};
export const laneHeight = 22;

/** When each behavior, acquisition and manipulation took place: under the epochs that name it. The epochs say the same in words. */
export function ModuleLanes({
  lanes,
  placed,
  view,
}: {
  lanes: readonly ModuleLane[];
  placed: readonly Placed[];
  view: ViewWindow;
}) {
  return (
    <div aria-hidden className="pointer-events-none relative">
      {lanes.map(({ field, id, title, epochs }) => (
        <div
          key={`${field}-${id}`}
          className="relative overflow-hidden border-t border-border/60"
          style={{ height: laneHeight }}
        >
          {placed
            .filter((one) => epochs.has(one.id))
            .map((one) => (
              <div
                key={one.id}
                className={`absolute inset-y-0.5 min-w-1 rounded-[3px] border-l-2 ${tints[field] ?? ''}`}
                style={placeIn(view, one)}
              />
            ))}
          <span className="absolute inset-y-0 left-1.5 max-w-full truncate text-xs leading-[22px] text-foreground">
            {title}
            {epochs.size === 0 ? <span className="text-muted-foreground"> (in no epoch)</span> : null}
          </span>
        </div>
      ))}
    </div>
  );
}
