import type { Showing } from '@/components/fields/field-parts';
import { textOf } from '@/components/fields/read-value';
import { DescriptionList, type DescriptionItem } from '@/components/ui/description-list';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import { givenItems } from './detail-items';
import { epochsWith, type epochModules, type Parts } from './parts';

type ModuleListProps = {
  field: (typeof epochModules)[number]['field'];
  view: ModelView;
  modules: readonly AnyRecord[];
  parts: Parts;
  showing: Showing;
};

/** What the heading and the place on the page say already. */
const told: readonly string[] = ['session', 'order', 'type', 'behavioralassay'];
/** The modules of one kind with everything on them, typed details in words and units. */
export function ModuleList({ field, view, modules, parts, showing }: ModuleListProps) {
  const names = view.layout.flatMap(({ fields }) => fields).filter((name) => !told.includes(name));
  return modules.map((module) => (
    <section
      key={module.id}
      id={`${field}-${module.id}`}
      aria-labelledby={`${field}-${module.id}-title`}
      className="scroll-mt-20 pb-4 target:bg-accent/10"
    >
      <h3 id={`${field}-${module.id}-title`} className="font-medium">
        {showing.titles[field]?.[String(module.id)]}
      </h3>
      <DescriptionList items={[...givenItems(view, module, names, showing), ...inEpochs(parts, field, module)]} />
    </section>
  ));
}

function inEpochs(parts: Parts, field: ModuleListProps['field'], module: AnyRecord): DescriptionItem[] {
  const epochs = epochsWith(parts, field, module.id);
  return epochs.length > 0
    ? [{ label: epochs.length === 1 ? 'Epoch' : 'Epochs', value: epochs.map(({ name }) => textOf(name)).join(', ') }]
    : [];
}
