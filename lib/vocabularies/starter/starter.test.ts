import { expect, test } from 'vitest';
import { checkDetails } from '../check-details';
import { setupTypeCategories } from '../choices';
import { starter } from '.';
import { starterId } from './starter-id';

const limits: Record<string, Record<string, number>> = {
  species: { name: 100, description: 2000, popular_name: 100, appearance: 500 },
  strain: { name: 100, description: 2000, popular_name: 100, appearance: 500 },
  setuptype: { name: 200, description: 2000 },
  behavioralcategory: { name: 100, description: 2000 },
  behavioralparadigm: { name: 200, description: 3000, original_publication: 500 },
  brainregion: { name: 200, acronym: 15, parent_acronym: 15 },
  supplier: { name: 100, website: 200, description: 2000 },
  consumable: { name: 100, description: 2000 },
  hardwaredevice: { name: 100, description: 2000 },
  regulatoryauthority: { name: 255, abbreviation: 32, website: 200 },
  journal: { name: 500, website: 200 },
};
const models: [string, readonly { id: string; name: string }[]][] = Object.entries(starter);
const ids = (records: readonly { id: string }[]) => new Set(records.map(({ id }) => id));

test.each(models)('%s: ids differ and texts are within their limits', (model, records) => {
  expect(ids(records).size).toBe(records.length);
  for (const record of records) {
    expect(record.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    for (const [key, max] of Object.entries(limits[model] ?? {}))
      expect(String(Reflect.get(record, key)).length, `${record.name} ${key}`).toBeLessThanOrEqual(max);
  }
});

test.each(models.filter(([model]) => model !== 'brainregion'))('%s: names are unique', (_model, records) => {
  expect(new Set(records.map(({ name }) => name.toLowerCase())).size).toBe(records.length);
});

test('regions are unique by acronym and by name within their atlas, and parents exist', () => {
  const keys = (key: 'acronym' | 'name') =>
    new Set(starter.brainregion.map((region) => `${region.atlas} ${region[key]}`));
  expect(keys('acronym').size).toBe(starter.brainregion.length);
  expect(keys('name').size).toBe(starter.brainregion.length);
  for (const { atlas, parent_acronym } of starter.brainregion)
    if (parent_acronym) expect(keys('acronym')).toContain(`${atlas} ${parent_acronym}`);
  expect(starter.brainregion.filter(({ atlas }) => atlas === 'AIA').length).toBeGreaterThan(120);
});

test('references point at records of the starter', () => {
  const species = ids(starter.species);
  const categories = ids(starter.behavioralcategory);
  for (const strain of starter.strain) expect(species).toContain(strain.species);
  for (const paradigm of starter.behavioralparadigm) expect(categories, paradigm.name).toContain(paradigm.category);
  for (const { parent } of starter.behavioralcategory) if (parent !== null) expect(categories).toContain(parent);
  const suppliers = ids(starter.supplier);
  for (const { name, supplier } of [...starter.consumable, ...starter.hardwaredevice])
    expect(suppliers, name).toContain(supplier);
});

test('details of consumables are those of their types, and stored as they are', () => {
  for (const { name, type, details } of starter.consumable)
    expect(checkDetails('consumable', type, details), name).toMatchObject({ problems: [], value: details });
});

test('websites are addresses, each once', () => {
  for (const records of [starter.supplier, starter.journal, starter.regulatoryauthority]) {
    const websites = records.map(({ website }) => website);
    for (const website of websites) expect(new URL(website).protocol).toBe('https:');
    expect(new Set(websites).size).toBe(websites.length);
  }
});

test('categories have two levels', () => {
  const parents = new Map(starter.behavioralcategory.map(({ id, parent }) => [id, parent]));
  for (const parent of parents.values()) if (parent !== null) expect(parents.get(parent)).toBeNull();
});

test('every species has a strain to choose', () => {
  const covered = new Set(starter.strain.map(({ species }) => species));
  for (const { id, name } of starter.species) expect(covered, name).toContain(id);
});

test('every category of setup has a type', () => {
  const covered = new Set<string>(starter.setuptype.map(({ category }) => category));
  expect([...covered].sort()).toEqual(setupTypeCategories.map(({ code }) => code).sort());
});

test('identifiers have the form of their registries', () => {
  const viruses = starter.consumable.flatMap((each) => ('rrid' in each ? [each] : []));
  for (const { rrid } of [...starter.strain, ...viruses])
    if (rrid) expect(rrid).toMatch(/^RRID:[A-Z][A-Za-z-]*[_:][A-Za-z0-9_:-]+$/);
  for (const { external_identifiers } of starter.species) expect(external_identifiers[0]?.identifier).toMatch(/^\d+$/);
});

test('ids stay what they were, so that seeding again finds its records', () => {
  expect(starterId('species', 'Mus musculus')).toBe('bc417e3d-ebaa-8746-a435-153bc65bd881');
  expect(starterId('strain', 'Mus musculus')).not.toBe(starterId('species', 'Mus musculus'));
});
