import 'server-only';
import { partsOf } from '@/components/fields';
import { overridesOf } from '@/components/models/overrides';
import { columnsOf } from '@/components/table/columns';
import { titleIn } from '@/components/table/record-cells';
import { textOfValue } from '@/components/table/record-texts';
import type { RecordCard } from '@/components/table/row-card-types';
import type { Model } from '@/lib/declare/model';
import { viewOf } from '@/lib/declare/view';
import { mayCreate } from '@/lib/server/access';
import { getRecord, rightsOn } from '@/lib/server/operations/get';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';
import { showingWith } from './load';
import { summarisedFields } from './with-summaries';

const factsMax = 8;

/** What a card tells besides the columns that lists usually show. */
const alsoTold = ['description', 'tags', 'updated_at', 'updated_by'];

/** The main facts of a record and what the viewer may do with it. @throws AppError not_found. */
export async function recordCard(viewer: UserViewer, model: Model, id: string): Promise<RecordCard> {
  const view = viewOf(model);
  const [title, ...others] = columnsOf(view, []);
  const told = others
    .filter(({ name, isListed }) => isListed || alsoTold.includes(name))
    .filter(({ name }) => !summarisedFields(model).includes(name));
  const names = told.map(({ name }) => name);
  const exclude = Object.keys(model.fields).filter((name) => name !== title?.name && !names.includes(name));
  const [record, rights] = await Promise.all([
    getRecord(viewer, model, id, { exclude }),
    rightsOn(viewer, model, [id]),
  ]);
  const showing = showingWith(await new TitleQuestions().addRecords(model, [record], names).answer(viewer));
  const facts = told.flatMap(({ name, field }) => {
    const text = textOfValue(field, record[name], showing);
    const note = partsOf(field).textNote?.(field, showing);
    return text ? [{ label: note && note !== showing.zone ? `${field.label} (${note})` : field.label, text }] : [];
  });
  const path = `/${model.path}`;
  return {
    title: titleIn(showing, view, record),
    facts: facts.slice(0, factsMax),
    links: [
      ...(rights.get(id)?.update ? [{ label: 'Edit', href: `${path}/${id}/edit` }] : []),
      ...(mayCreate(viewer, model) && !model.view
        ? [{ label: `New ${model.label.toLowerCase()} like this`, href: `${path}/new?from=${id}` }]
        : []),
      ...(overridesOf(model.name).files?.(id) ?? []).map((file) => ({ ...file, isFile: true })),
    ],
  };
}
