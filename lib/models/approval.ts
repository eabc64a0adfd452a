import { choice, defineModel, parties, reference, text } from '@/lib/declare/constructors';
import { isInverse, isReference, type ActionSpec, type Field, type Fields, type Model } from '@/lib/declare/model';
import { kindOf } from '@/lib/declare/kinds';
import { approvalActions, approvalStatuses } from '@/lib/vocabularies/choices';

const actions: Readonly<Record<string, ActionSpec>> = {
  accept: { methods: ['PATCH', 'POST'], summary: 'Accepts what was proposed; for administrators.' },
  reject: { methods: ['PATCH', 'POST'], summary: 'Turns it down; for administrators.', body: { review: 'Why.' } },
};

/** The name of the catalogue whose approvals a model lists; null for any other model. */
export const catalogueOf = ({ fields: { instance_id: instance } }: Model): string | null =>
  instance && isReference(instance) ? instance.to : null;

/** A field as a proposal holds it: shown, never written, in no filter of its own. */
const shown = (field: Field): Field => {
  const { required: _required, fixed: _fixed, filter: _filter, ...rest } = field;
  return { ...rest, readOnly: true };
};

/**
 * What was proposed to a catalogue, and what became of it: the proposed fields with four of the review
 * (CONTRACT section 10). Declared by the catalogue itself; its rows are a view of proposals.
 */
export function approvalOf(model: Model): Model {
  const proposed = Object.fromEntries(
    Object.entries(model.fields).flatMap(([name, field]) => {
      const { shape } = kindOf(field).storage(field);
      return isInverse(field) || shape === 'computed' || shape === 'none' ? [] : [[name, shown(field)]];
    }),
  );
  const fields: Fields = {
    ...proposed,
    instance_id: reference({
      label: 'Record',
      to: model.name,
      onDelete: 'clear',
      readOnly: true,
      help: 'The record to change; none for a new one.',
    }),
    record: reference({
      label: 'Waiting record',
      to: model.name,
      onDelete: 'clear',
      readOnly: true,
      help: 'The record that waits for the decision, or is to change.',
    }),
    action: choice({ label: 'Action', choices: approvalActions, readOnly: true, listed: true, filter: true }),
    reviewer: reference({ label: 'Reviewer', to: 'user', onDelete: 'clear', readOnly: true, listed: true }),
    status: choice({ label: 'Status', choices: approvalStatuses, readOnly: true, listed: true, filter: true }),
    review: text({ label: 'Word of the reviewer', readOnly: true }),
  };
  return defineModel({
    name: `${model.name}approval`,
    wire: { singular: `${model.wire.singular}_approval`, plural: `${model.wire.singular}_approvals` },
    app: model.app,
    path: `${model.path}-approvals`,
    label: `${model.label} approval`,
    labelPlural: `${model.label} approvals`,
    help: `What was proposed for the ${model.labelPlural.toLowerCase()}.`,
    icon: 'badge-check',
    nav: null,
    access: parties({ field: 'created_by', as: 'self' }),
    title: model.title,
    search: [model.title],
    sort: '-created_at',
    view: true,
    hasMeta: true,
    readOnly: true,
    actions,
    layout: [{ title: 'Review', fields: ['status', 'action', 'record', 'reviewer', 'review'] }, ...model.layout],
    fields,
  });
}
