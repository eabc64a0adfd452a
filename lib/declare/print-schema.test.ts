import { expect, it } from 'vitest';
import { defineModel, grants, grantsAccess, references, text, via } from './constructors';
import { databaseObjects, printObjects } from './print-objects';
import { printSchema } from './print-schema';

const shared = {
  app: 'stem',
  help: '',
  icon: 'folder',
  nav: 'Work',
  label: 'X',
  labelPlural: 'X',
  title: 'name',
  search: [],
  sort: 'name',
} as const;
const place = defineModel({
  ...shared,
  name: 'place',
  wire: { singular: 'place', plural: 'places' },
  path: 'places',
  access: grantsAccess(),
  layout: [],
  fields: {
    name: text({ label: 'Name', required: true }),
    users: grants({ label: 'Users', to: 'user', levels: ['member', 'owner'] }),
  },
});
const visit = defineModel({
  ...shared,
  name: 'visit',
  wire: { singular: 'visit', plural: 'visits' },
  path: 'visits',
  access: via('places'),
  number: 'shown',
  fastSorts: ['name'],
  unique: [['places', 'name']],
  layout: [],
  fields: {
    name: text({ label: 'Name', column: 'title' }),
    places: references({ label: 'Places', to: 'place', required: true }),
  },
});

const engine = `  created_at DateTime @default(now()) @db.Timestamptz(3)
  created_by String? @db.Uuid
  updated_at DateTime @default(now()) @db.Timestamptz(3)
  updated_by String? @db.Uuid
  version Int @default(1)
  deleted_at DateTime? @db.Timestamptz(3)
  /// Records deleted together share it, so that they come back together.
  deletion String? @db.Uuid
  /// True, or null once deleted: unique keys hold among the living.
  live Boolean? @default(true)`;

it('a model becomes a table, its links and its grants', () => {
  expect(printSchema([place, visit], '')).toBe(`// Printed from lib/models by scripts/schema.ts. Do not edit.

model Place {
  id String @id @db.Uuid
  name String
${engine}
  place_grant_record PlaceGrant[] @relation("place_grant_record")
  visit_places_target VisitPlaces[] @relation("visit_places_target")

  @@index([name, id])
  @@map("place")
}

model PlaceGrant {
  id BigInt @id @default(autoincrement())
  record_id String @db.Uuid
  record Place @relation("place_grant_record", fields: [record_id], references: [id], onDelete: Cascade, onUpdate: NoAction)
  user_id String @db.Uuid
  user User @relation("place_grant_user", fields: [user_id], references: [id], onDelete: Cascade, onUpdate: NoAction)
  /// 1 member, 2 contributor, 3 manager, 4 owner
  level Int

  @@unique([record_id, user_id])
  @@index([user_id, record_id])
  @@map("place_grant")
}

model Visit {
  id String @id @db.Uuid
  number Int @unique @default(autoincrement())
  name String @default("") @map("title")
${engine}
  visit_places_source VisitPlaces[] @relation("visit_places_source")

  @@index([name, id])
  @@map("visit")
}

model VisitPlaces {
  source_id String @db.Uuid
  target_id String @db.Uuid
  position Int @default(0)
  source Visit @relation("visit_places_source", fields: [source_id], references: [id], onDelete: Cascade, onUpdate: NoAction)
  target Place @relation("visit_places_target", fields: [target_id], references: [id], onDelete: Cascade, onUpdate: NoAction)
  /// Copies of the source, kept by a trigger: lists read them in order without sorting.
  live Boolean? @default(true)
  sort_name String?
  sort_updated_at DateTime? @db.Timestamptz(3)

  @@id([source_id, target_id])
  @@index([target_id, source_id, live])
  @@index([target_id, sort_name, source_id, live])
  @@index([target_id, sort_updated_at, source_id, live])
  @@unique([target_id, sort_name, live])
  @@map("visit_places")
}
`);
});

it('printing is the same every time', () => {
  expect(printSchema([place, visit], '')).toBe(printSchema([place, visit], ''));
});

it('every object that Prisma can’t see is made by the printed SQL', () => {
  const sql = printObjects([place, visit]);
  const objects = databaseObjects([place, visit]).filter(({ type }) => type !== 'extension');
  expect(objects.map(({ name }) => name)).toContain('source_to_links');
  for (const { name, table } of objects) {
    expect(sql).toContain(name);
    if (table) expect(sql).toContain(`"${table}"`);
  }
  // A renamed column is copied under its own name, to the sort key of its field.
  expect(sql).toContain(`source_to_links('visit_places', 'title,updated_at', 'sort_name,sort_updated_at')`);
});
