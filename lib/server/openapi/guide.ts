import 'server-only';
import { sentenceSubject } from '@/lib/declare/problem';
import type { Choice } from '@/lib/declare/field';
import { kindOf } from '@/lib/declare/kinds';
import type { Field, Model } from '@/lib/declare/model';
import { routesOf } from '../api/routes';
import { addressOf, methodsOf } from './addresses';
import { describeDetails, type TypeFacts } from './describe-details';
import { describeValue } from './describe-value';
import { exampleCreate, exampleRecord } from './example';
import { creators, filtersOf, includeNames, isOnPublicPortal, isReviewed, shownFields, sortNames } from './facts';
import { familyOf, targetOf } from './field-schema';
import type { Json } from './json';

/** One key of a record, for the page of its model. */
export type FieldGuide = {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly type: string;
  /** The page of the model that it leads to. */
  readonly target: { readonly app: string; readonly name: string; readonly label: string } | null;
  readonly marks: readonly string[];
  readonly choices: readonly Choice[];
};

/** Everything that the page of a model says. Plain data. */
export type ModelGuide = {
  readonly app: string;
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly help: string;
  readonly path: string;
  readonly notes: readonly string[];
  readonly fields: readonly FieldGuide[];
  readonly filters: readonly {
    readonly name: string;
    readonly label: string;
    readonly operators: readonly string[];
    readonly isRelation: boolean;
  }[];
  readonly sorts: readonly string[];
  readonly usualSort: string;
  readonly search: readonly string[];
  readonly includes: readonly string[];
  readonly addresses: readonly { readonly method: string; readonly address: string; readonly summary: string }[];
  readonly actions: readonly {
    readonly name: string;
    readonly methods: readonly string[];
    readonly summary: string;
    readonly body: readonly (readonly [string, string])[];
  }[];
  readonly types: readonly TypeFacts[];
  readonly examples: { readonly record: Json; readonly create: Json | null };
};

export function guideOf(model: Model): ModelGuide {
  const families = [...new Set(Object.values(model.fields).flatMap((field) => familyOf(field) ?? []))];
  return {
    app: model.app,
    name: model.name,
    label: model.label,
    labelPlural: model.labelPlural,
    help: model.help,
    path: model.path,
    notes: notesOn(model),
    fields: [...engineFields(model), ...shownFields(model).map(([name, field]) => fieldGuide(name, field))],
    filters: filtersOf(model),
    sorts: sortNames(model),
    usualSort: model.sort,
    search: model.search,
    includes: includeNames(model),
    addresses: addressesOf(model),
    actions: Object.entries(model.actions ?? {}).map(([name, { summary, methods, body = {} }]) => ({
      name,
      summary,
      methods,
      body: Object.entries(body),
    })),
    types: families.flatMap(describeDetails),
    examples: {
      record: { [model.wire.singular]: exampleRecord(model) },
      create: creators(model) === 'nobody' ? null : exampleCreate(model),
    },
  };
}

function notesOn(model: Model): string[] {
  const { singular, plural } = model.wire;
  const aliases = model.aliases ?? [];
  return [
    singular === plural
      ? `A record and a list both come under the key “${singular}”.`
      : `A record comes under the key “${singular}”, a list under “${plural}”.`,
    ...(aliases.length > 0 ? [`Also served at ${aliases.map((alias) => `/${alias}/`).join(', ')}.`] : []),
    isOnPublicPortal(model)
      ? 'On the public portal too: what its owners have made public, without access lists.'
      : 'Not on the public portal.',
    ...(creators(model) === 'administrators' ? ['Created by administrators only.'] : []),
    ...(isReviewed(model) ? [`${sentenceSubject(model.label)} that others send or change waits for a reviewer.`] : []),
    ...(model.readOnly ? ['Read only: it changes by its actions.'] : []),
  ];
}

const plainField = (name: string, label: string, type: string, help = ''): FieldGuide => ({
  name,
  label,
  help,
  type,
  target: null,
  marks: ['read-only'],
  choices: [],
});

/** What every record has besides its own fields. */
const engineFields = (model: Model): FieldGuide[] => [
  plainField('id', 'Id', model.number === 'id' ? 'whole number' : 'UUID'),
  ...(model.number === 'shown'
    ? [plainField('number', 'Number', 'whole number', 'For people: unique and short.')]
    : []),
  ...(model.access.by === 'catalogue' ? [plainField('status', 'Review', 'approved, pending or rejected')] : []),
  plainField('version', 'Version', 'whole number', 'Counts changes; the ETag of the record.'),
  plainField('created_at, updated_at', 'Created, changed', 'date and time'),
  plainField('created_by, updated_by', 'By whom', 'number of a user', 'Not on the public portal.'),
];

function fieldGuide(name: string, field: Field): FieldGuide {
  const target = targetOf(field)?.model;
  const marks = [
    ...(field.required ? ['required'] : []),
    ...(field.readOnly ? ['read-only'] : []),
    ...(field.fixed ? ['only at creation'] : []),
    ...(field.isPrivate || kindOf(field).storage(field).shape === 'grants' ? ['not public'] : []),
  ];
  return {
    name,
    label: field.label,
    help: field.help ?? '',
    type: describeValue(field),
    target: target ? { app: target.app, name: target.name, label: target.label } : null,
    marks,
    choices: choicesOf(field),
  };
}

function choicesOf(field: Field): readonly Choice[] {
  if (!('choices' in field) || !Array.isArray(field.choices)) return [];
  const choices: readonly Choice[] = field.choices;
  return choices.map(({ code, label }) => ({ code, label }));
}

const addressesOf = (model: Model): ModelGuide['addresses'] =>
  routesOf(model).flatMap((route) =>
    methodsOf(route).map((method) => ({
      method,
      address: addressOf(model, route),
      summary: route.methods[method]?.summary ?? '',
    })),
  );
