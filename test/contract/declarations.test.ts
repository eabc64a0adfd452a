import { describe, expect, it } from 'vitest';
import type { Field, Model } from '@/lib/declare/model';
import { modelAtEndpoint, modelList, modelNamed } from '@/lib/models';
import { approvalFields, modelFacts, otherAddresses, proposedCatalogues, type FieldFacts } from './facts';

/** The kinds of field that a type of the contract may be declared as. */
const kindsOfType: Readonly<Record<string, readonly string[]>> = {
  string: ['text'],
  text: ['text'],
  html: ['richText'],
  url: ['url'],
  date: ['date'],
  datetime: ['dateTime'],
  duration: ['duration'],
  boolean: ['boolean'],
  int: ['number'],
  tags: ['tags'],
  enum: ['choice'],
  file: ['file'],
  image: ['file'],
  uuid: ['reference'],
  json: ['keyValues', 'rows', 'details', 'entries', 'grants', 'links'],
  relation: ['reference'],
  relations: ['references', 'inverse', 'grantees'],
};

/** Where a declaration differs from the contract on purpose: `model.field aspect`, and why. A difference that is gone fails too. */
const exceptions: Readonly<Record<string, string>> = {
  'session.name_used_in_storage readOnly': 'the contract lists it among its gaps (section 14): writable here',
  'hardwaredevice.type missing': 'its codes are not published, and the API page has no such field',
  'hardwaredevice.details missing': 'they depend on a type that is not published',
  'license.status required': 'has the default that the contract names, so nobody must send it',
  'species.appearance required': 'the API page, which clients follow, does not have it',
  'strain.breeding required': 'the API page, which clients follow, does not have it: unknown by default',
  'license.country type': 'a code of ISO 3166, as the contract says in words',
  'regulatoryauthority.country type': 'a code of ISO 3166, as the contract says in words',
  'protocol.subtypes type': 'a list of codes: checked against the codes of its family, stored as words',
  'protocol.subtype_display type': 'worked out of the subtypes',
  'user.groups_own_json type': 'worked out of the memberships',
  'consumable.rrid_url type': 'worked out of the RRID',
  'hardwaredevice.rrid_url type': 'worked out of the RRID',
  'species.rrid_url type': 'worked out of the RRID',
  'strain.rrid_url type': 'worked out of the RRID',
  'consumable.description max': 'the API page says 500, the page of the data model 2,000: the wider one takes both',
  'hardwaredevice.description max': 'the API page says 500, the page of the data model 2,000: the wider one takes both',
  'dataacquisition.image readOnly': 'the contract names no way to upload it; here it is uploaded like the others',
  'license.behavioralassays readOnly': 'licenses are linked from what they cover (decision 009)',
  'license.subjects readOnly': 'licenses are linked from what they cover (decision 009)',
  'license.procedures readOnly': 'licenses are linked from what they cover (decision 009)',
  'user.email readOnly': 'an address is changed on the account page, where it is confirmed',
  'dataacquisition.type_schema_version readOnly': 'the server says by which version it checked',
  'manipulation.type_schema_version readOnly': 'the server says by which version it checked',
  'procedure.type_schema_version readOnly': 'the server says by which version it checked',
  'procedure.coordinates_schema_version readOnly': 'the server says by which version it checked',
  'equipment.type_schema_version readOnly': 'the server says by which version it checked',
  'equipment.coordinates_schema_version readOnly': 'the server says by which version it checked',
  'consumablestock.type_schema_version readOnly': 'the server says by which version it checked',
};

/** Fields that the engine adds to every record. */
const ofEveryRecord = ['created_at', 'updated_at'];
const codesOf = (field: Field): string[] =>
  'choices' in field ? (field.choices as { code: string }[]).map(({ code }) => code) : []; // what a choice declares

function leadsTo(field: Field): string | undefined {
  if ('to' in field) return String(field.to);
  return 'of' in field ? String(field.of) : undefined;
}

/** What differs, by aspect; `isWhole`: the whole model is read only. A relation to many may be declared on its other side; it leads to the same model. */
function differences(fact: FieldFacts, field: Field | undefined, { isWhole = false } = {}): string[] {
  if (!field) return ofEveryRecord.includes(fact.name) ? [] : ['missing'];
  const found: string[] = [];
  if (!kindsOfType[fact.isList ? 'relations' : fact.type]?.includes(field.kind)) found.push('type');
  if (fact.to && leadsTo(field) !== fact.to) found.push('target');
  if (fact.isRequired !== (field.required === true)) found.push('required');
  if ((isWhole || fact.isReadOnly) !== (field.readOnly === true)) found.push('readOnly');
  // Where the contract sets no limit, one of ours is no difference.
  if (fact.max !== null && (!('max' in field) || field.max !== fact.max)) found.push('max');
  if (fact.choices && JSON.stringify(codesOf(field).toSorted()) !== JSON.stringify(fact.choices.toSorted()))
    found.push('choices');
  return found;
}

describe.each(modelFacts)('$name', ({ app, name, singular, plural, hasIntegerId, isReadOnly, ...facts }) => {
  const model: Model = modelNamed(name);

  it('has its app, its keys and its ids', () => {
    expect([model.app, model.wire, model.number === 'id', model.readOnly === true]).toEqual([
      app,
      { singular, plural },
      hasIntegerId,
      isReadOnly,
    ]);
    expect(modelAtEndpoint(app, name)).toBe(model);
  });

  it.each([...facts.fields, ...facts.web])('has the field $name as the contract has it', (fact) => {
    const found = differences(fact, model.fields[fact.name], { isWhole: isReadOnly });
    const known = Object.keys(exceptions).flatMap((key) => {
      const [field, aspect = ''] = key.split(' ');
      return field === `${name}.${fact.name}` ? [aspect] : [];
    });
    expect(found.toSorted()).toEqual(known.toSorted());
  });

  it('has the actions that the contract names', () =>
    expect(Object.keys(model.actions ?? {}).toSorted()).toEqual(facts.actions.toSorted()));

  it('has the related lists that the contract names', () => {
    for (const link of facts.links) expect(model.fields[link]?.kind, link).toBe('inverse');
  });
});

describe('approvals', () => {
  it.each(proposedCatalogues)('of %s have its fields and those of the review', (name) => {
    const catalogue = modelFacts.find((one) => one.name === name);
    const approval = modelNamed(`${name}approval`);
    expect(approval.wire).toEqual({
      singular: `${catalogue?.singular}_approval`,
      plural: `${catalogue?.singular}_approvals`,
    });
    expect([approval.app, approval.readOnly, approval.hasMeta]).toEqual([catalogue?.app, true, true]);
    expect(Object.keys(approval.actions ?? {})).toEqual(['accept', 'reject']);
    for (const fact of approvalFields)
      expect([fact.name, ...differences(fact, approval.fields[fact.name])]).toEqual([fact.name]);
    const proposed = catalogue?.fields.filter(({ isReadOnly }) => !isReadOnly) ?? [];
    for (const { name: field } of proposed) expect(approval.fields, field).toHaveProperty(field);
  });
});

it('every exception is about a field of the contract', () => {
  const known = modelFacts.flatMap(({ name, fields, web }) =>
    [...fields, ...web].map((field) => `${name}.${field.name}`),
  );
  expect(Object.keys(exceptions).filter((key) => !known.includes(key.split(' ')[0] ?? ''))).toEqual([]);
});

it('no model is served beside the contract but by our decision', () => {
  const ours: Readonly<Record<string, string>> = {
    sessionsubject: 'the subjects of a recording, with their age, as session.toml has them',
    recordingfiles: 'the files of a recording, as session.toml has them',
    publicationapproval: 'publications are reviewed too (decision 009)',
  };
  const known = [...modelFacts.map(({ name }) => name), ...proposedCatalogues.map((name) => `${name}approval`)];
  expect(
    modelList
      .map(({ name }) => name)
      .filter((name) => !known.includes(name))
      .toSorted(),
  ).toEqual(Object.keys(ours).toSorted());
});

it('models are found under every spelling that clients use', () => {
  for (const [name, address] of Object.entries(otherAddresses)) {
    const [app = '', word = ''] = address.split('/');
    expect(modelAtEndpoint(app, word)?.name).toBe(name);
  }
});
