import { describe, expect, it } from 'vitest';
import { modelList } from '@/lib/models';
import { computeNames } from '@/lib/server/queries/computed';
import { actionNames } from '@/lib/server/hooks';
import { linkRuleNames } from '@/lib/server/rules';
import { checkModels } from './check';
import {
  catalogue,
  computed,
  defineModel,
  details,
  grantsAccess,
  inverse,
  number,
  parties,
  reference,
  references,
  text,
  via,
} from './constructors';
import type { Field, Model } from './model';

const base = {
  wire: { singular: 'place', plural: 'places' },
  app: 'stem',
  help: '',
  icon: 'folder',
  nav: 'Work',
  label: 'Place',
  labelPlural: 'Places',
  title: 'name',
  search: ['name'],
  sort: 'name',
} as const;
const place = defineModel({
  ...base,
  name: 'place',
  path: 'places',
  access: grantsAccess(),
  layout: [{ title: 'General', fields: ['name', 'size'] }],
  fields: { name: text({ label: 'Name', required: true }), size: number({ label: 'Size', unit: 'm' }) },
});
const kind = defineModel({
  ...base,
  name: 'kind',
  path: 'kinds',
  access: catalogue(),
  layout: [{ title: 'General', fields: ['name'] }],
  fields: { name: text({ label: 'Name' }) },
});
const visit = defineModel({
  ...base,
  name: 'visit',
  path: 'visits',
  access: via('places'),
  fastSorts: ['name'],
  unique: [['places', 'name']],
  layout: [{ title: 'General', fields: ['name', 'places'] }],
  fields: { name: text({ label: 'Name' }), places: references({ label: 'Places', to: 'place', required: true }) },
});

const known = { serverRules: ['a-server-rule'], computes: ['a-compute'], actions: ['place.open'] };
const action = { methods: ['POST'], summary: 'Opens it.' } as const;
const codes = (...models: Model[]) => checkModels(models, known).map(({ code, where }) => `${code} ${where}`);
const withPlace = (change: Partial<Model>) => codes({ ...place, ...change }, kind, visit);
const withVisit = (change: Partial<Model>) => codes(place, kind, { ...visit, ...change });
const withField = (name: string, field: Field, isLaidOut = true) =>
  withPlace({
    fields: { ...place.fields, [name]: field },
    layout: [{ title: 'General', fields: ['name', 'size', ...(isLaidOut ? [name] : [])] }],
  });

describe('declarations', () => {
  it('of the product are sound', () => {
    expect(
      checkModels(modelList, {
        serverRules: linkRuleNames,
        computes: computeNames,
        actions: actionNames(modelList),
      }),
    ).toEqual([]);
  });

  it('that are sound give no problem', () => {
    expect(codes(place, kind, visit)).toEqual([]);
    expect(
      withPlace({ actions: { open: action }, filterAliases: { other: ['visit/places.name', 'visit/places'] } }),
    ).toEqual([]);
  });

  it.each<[string, string[], string]>([
    ['E001', codes(place, { ...place, path: 'others' }), 'place'],
    ['E002', codes(place, { ...kind, path: 'places' }), 'place'],
    ['E003', withPlace({ title: 'nam' }), 'place.nam'],
    ['E004', withPlace({ search: ['size'] }), 'place.size'],
    ['E005', withVisit({ sort: '-places' }), 'visit.places'],
    ['E005', withVisit({ fastSorts: ['nam'] }), 'visit.nam'],
    ['E006', withPlace({ unique: [['nam']] }), 'place.nam'],
    ['E007', withPlace({ layout: [...place.layout, { title: 'More', fields: ['nam'] }] }), 'place.nam'],
    ['E008', withPlace({ layout: [...place.layout, { title: 'More', fields: ['name'] }] }), 'place.name'],
    ['E009', withPlace({ rules: ['a-server-rule', 'no-rule'] }), 'place.no-rule'],
    ['E010', withVisit({ access: via('name') }), 'visit.name'],
    [
      'E010',
      withVisit({ fields: { ...visit.fields, places: references({ label: 'Places', to: 'place' }) } }),
      'visit.places',
    ],
    [
      'E011',
      withVisit({ fields: { ...visit.fields, places: references({ label: 'Places', to: 'kind', required: true }) } }),
      'visit.places',
    ],
    [
      'E012',
      withVisit({
        fields: {
          ...visit.fields,
          places: reference({ label: 'Place', to: 'place', required: true, onDelete: 'cascade' }),
        },
      }),
      'visit.places',
    ],
    ['E013', withField('version', text({ label: 'Version' })), 'place.version'],
    ['E014', withField('Size2', text({ label: 'Size' })), 'place.Size2'],
    ['E015', withField('kind', reference({ label: 'Kind', to: 'kin', onDelete: 'restrict' })), 'place.kind'],
    ['E016', withField('visits', inverse({ label: 'Visits', of: 'visit', by: 'name' }), false), 'place.visits'],
    ['E016', withField('visits', inverse({ label: 'Visits', of: 'visi', by: 'places' }), false), 'place.visits'],
    [
      'E017',
      withField('details', details({ label: 'Details', family: 'equipment', by: 'type', version: 'v' })),
      'place.details',
    ],
    ['E018', withField('page', computed({ label: 'Page', compute: 'no-compute', json: {} }), false), 'place.page'],
    ['E019', withField('lost', text({ label: 'Lost' }), false), 'place.lost'],
    ['E020', withPlace({ filterAliases: { size: ['name'] } }), 'place.size'],
    ['E021', withPlace({ filterAliases: { other: ['nam'] } }), 'place.other'],
    ['E021', withPlace({ filterAliases: { other: ['visit/name'] } }), 'place.other'],
    ['E021', withVisit({ filterAliases: { other: ['places.nam'] } }), 'visit.other'],
    ['E022', withPlace({ actions: { export: action } }), 'place.export'],
    ['E023', withPlace({ actions: { close: action } }), 'place.close'],
    ['E024', withPlace({ access: parties({ field: 'name', as: 'self' }) }), 'place.name'],
    ['E025', withVisit({ access: via('places', { and: ['name'] }) }), 'visit.name'],
    ['E026', withVisit({ shownOn: 'name' }), 'visit.name'],
  ])('%s is found', (code, found, where) => expect(found).toContain(`${code} ${where}`));
});
