import { kindOf } from './kinds';
import { isReference, isReferences, type Field, type Model } from './model';
import {
  accessTableOf,
  columnOf,
  grantTableOf,
  grantsToGroups,
  hasGrants,
  linkTableOf,
  scopeLink,
  tableOf,
} from './tables';

/** A relation that points at a model, so that Prisma sees both its ends. */
type BackRelation = { readonly to: string; readonly relation: string; readonly from: string; readonly isOne?: boolean };

const pascal = (name: string) => name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
const onDelete = { restrict: 'Restrict', cascade: 'Cascade', clear: 'SetNull' } as const;

/**
 * Prints the Prisma schema of all declared models. `base` is the text of the schema written by hand,
 * searched for relations that point at declared models.
 */
export function printSchema(all: readonly Model[], base: string): string {
  const models = all.filter(({ view }) => !view);
  const backRelations = baseRelations(base);
  const blocks = models.map((model) => modelBlocks(model, models, backRelations));
  const text = blocks.map(({ own, model }) => {
    const back = backRelations
      .filter(({ to }) => to === pascal(model.name))
      .map(({ relation, from, isOne }) => `  ${relation} ${from}${isOne ? '?' : '[]'} @relation("${relation}")`);
    return own.map((block, index) => (index === 0 ? block.replace('//back', back.join('\n')) : block)).join('\n');
  });
  return `// Printed from lib/models by scripts/schema.ts. Do not edit.\n\n${text.join('\n')}`;
}

function baseRelations(base: string): BackRelation[] {
  const relations: BackRelation[] = [];
  for (const [, from = '', body = ''] of base.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)) {
    for (const [, to = '', relation = '', key = ''] of body.matchAll(
      /^ +\w+ +(\w+)\?? +@relation\("(\w+)", fields: \[(\w+)\]/gm,
    ))
      relations.push({ to, relation, from, isOne: new RegExp(`^ +${key} .*@(id|unique)`, 'm').test(body) });
  }
  return relations;
}

function modelBlocks(model: Model, models: readonly Model[], back: BackRelation[]): { model: Model; own: string[] } {
  const name = pascal(model.name);
  const lines: string[] = ['  id String @id @db.Uuid'];
  const indexes: string[] = [];
  const extra: string[] = [];
  if (model.number) lines.push('  number Int @unique @default(autoincrement())');
  for (const [key, field] of Object.entries(model.fields)) {
    const storage = kindOf(field).storage(field);
    if (storage.shape === 'column') {
      const column = columnOf(key, field);
      const [type = '', ...attributes] = storage.prisma.split(' ');
      const map = column === key ? '' : ` @map("${column}")`;
      const value = storage.default === undefined ? '' : ` @default(${storage.default})`;
      lines.push(
        `  ${[`${key} ${type}${storage.nullable && !type.endsWith('[]') ? '?' : ''}`, ...attributes].join(' ')}${value}${map}`,
      );
      if (isReference(field)) {
        const relation = `${model.name}_${key}`;
        lines.push(
          `  ${key}_record ${pascal(field.to)}${storage.nullable ? '?' : ''} @relation("${relation}", fields: [${key}], references: [id], onDelete: ${onDelete[field.onDelete]}, onUpdate: NoAction)`,
        );
        back.push({ to: pascal(field.to), relation, from: name });
        indexes.push(`  @@index([${key}])`);
      }
    } else if (storage.shape === 'link') extra.push(linkBlock(model, key, storage.to, models, back));
  }
  if (model.access.by === 'catalogue')
    lines.push('  /// pending, approved or rejected', '  approval String @default("approved")');
  lines.push(
    '  created_at DateTime @default(now()) @db.Timestamptz(3)',
    '  created_by String? @db.Uuid',
    '  updated_at DateTime @default(now()) @db.Timestamptz(3)',
    '  updated_by String? @db.Uuid',
    '  version Int @default(1)',
    '  deleted_at DateTime? @db.Timestamptz(3)',
    '  /// Records deleted together share it, so that they come back together.',
    '  deletion String? @db.Uuid',
    '  /// True, or null once deleted: unique keys hold among the living.',
    '  live Boolean? @default(true)',
    '//back',
  );
  for (const key of model.unique ?? [])
    if (!key.some((part) => isLink(model, part))) indexes.push(`  @@unique([${key.join(', ')}, live])`);
  for (const key of sortKeys(model)) indexes.push(`  @@index([${key}, id])`);
  // What was noted today is found by which logs have changed today.
  if (isLog(model)) indexes.push('  @@index([updated_at])');
  for (const key of model.search)
    indexes.push(`  @@index([${key}(ops: raw("gin_trgm_ops"))], type: Gin, map: "${model.name}_${key}_trgm")`);
  // Every record names people by their numbers; a look into this index is enough for that.
  if (model.number === 'id') indexes.push('  @@index([id, number, live])');
  if ('tags' in model.fields) indexes.push('  @@index([tags], type: Gin)');
  if (hasGrants(model)) extra.push(...grantBlocks(model, back));
  const own = [
    `model ${name} {\n${lines.join('\n')}\n\n${indexes.join('\n')}\n  @@map("${tableOf(model)}")\n}\n`,
    ...extra,
  ];
  return { model, own };
}

const isLink = (model: Model, key: string): boolean => {
  const field = model.fields[key];
  return field !== undefined && isReferences(field);
};

const isLog = (model: Model): boolean => Object.values(model.fields).some(({ kind }) => kind === 'entries');

function sortKeys(model: Model): string[] {
  const keys = new Set([model.sort.replace(/^-/, ''), ...(model.fastSorts ?? [])]);
  return [...keys];
}

function linkBlock(model: Model, key: string, to: string, models: readonly Model[], back: BackRelation[]): string {
  const table = linkTableOf(model, key);
  const target = models.find(({ name }) => name === to);
  const name = pascal(table);
  back.push(
    { to: pascal(model.name), relation: `${table}_source`, from: name },
    { to: pascal(to), relation: `${table}_target`, from: name },
  );
  const lines = [
    '  source_id String @db.Uuid',
    '  target_id String @db.Uuid',
    '  position Int @default(0)',
    `  source ${pascal(model.name)} @relation("${table}_source", fields: [source_id], references: [id], onDelete: Cascade, onUpdate: NoAction)`,
    `  target ${pascal(target?.name ?? to)} @relation("${table}_target", fields: [target_id], references: [id], onDelete: Cascade, onUpdate: NoAction)`,
  ];
  // Whether a link is alive stands in the index, so that lists and counts need not look at the link itself.
  const isScope = scopeLink(model)?.name === key;
  const indexes = ['  @@id([source_id, target_id])', `  @@index([target_id, source_id${isScope ? ', live' : ''}])`];
  if (isScope) {
    lines.push(
      '  /// Copies of the source, kept by a trigger: lists read them in order without sorting.',
      '  live Boolean? @default(true)',
    );
    for (const sort of scopeSorts(model)) {
      lines.push(`  sort_${sort} ${sortType(model, sort)}`);
      indexes.push(`  @@index([target_id, sort_${sort}, source_id, live])`);
    }
    for (const unique of model.unique ?? []) {
      const own = unique.filter((part) => part !== key);
      if (own.length < unique.length)
        indexes.push(`  @@unique([target_id, ${own.map((part) => `sort_${part}`).join(', ')}, live])`);
    }
  }
  return `model ${name} {\n${lines.join('\n')}\n\n${indexes.join('\n')}\n  @@map("${table}")\n}\n`;
}

/** The fields copied to the link through which access comes: the fast sorts, those of unique keys, and what the search reads. */
export function scopeSorts(model: Model): string[] {
  const link = scopeLink(model);
  if (!link) return [];
  const unique = (model.unique ?? []).filter((key) => key.includes(link.name)).flat();
  const search = [model.title, 'updated_at'];
  return [...new Set([...(model.fastSorts ?? []), ...unique.filter((key) => key !== link.name), ...search])];
}

function sortType(model: Model, key: string): string {
  const field: Field | undefined = model.fields[key];
  if (!field) return 'DateTime? @db.Timestamptz(3)';
  const storage = kindOf(field).storage(field);
  if (storage.shape !== 'column') throw new Error(`${model.name}.${key} can't be a sort key.`);
  const [type = '', ...attributes] = storage.prisma.split(' ');
  return [`${type}?`, ...attributes].join(' ');
}

function grantBlocks(model: Model, back: BackRelation[]): string[] {
  const name = pascal(model.name);
  const grant = grantTableOf(model);
  const access = accessTableOf(model);
  const toGroups = grantsToGroups(model);
  back.push(
    { to: name, relation: `${grant}_record`, from: pascal(grant) },
    { to: 'User', relation: `${grant}_user`, from: pascal(grant) },
  );
  if (toGroups) back.push({ to: 'Group', relation: `${grant}_group`, from: pascal(grant) });
  const cascade = 'onDelete: Cascade, onUpdate: NoAction';
  const grantBlock = [
    `model ${pascal(grant)} {`,
    '  id BigInt @id @default(autoincrement())',
    '  record_id String @db.Uuid',
    `  record ${name} @relation("${grant}_record", fields: [record_id], references: [id], ${cascade})`,
    `  user_id String${toGroups ? '?' : ''} @db.Uuid`,
    `  user User${toGroups ? '?' : ''} @relation("${grant}_user", fields: [user_id], references: [id], ${cascade})`,
    ...(toGroups
      ? [
          '  group_id String? @db.Uuid',
          `  group Group? @relation("${grant}_group", fields: [group_id], references: [id], ${cascade})`,
        ]
      : []),
    '  /// 1 member, 2 contributor, 3 manager, 4 owner',
    '  level Int',
    '',
    '  @@unique([record_id, user_id])',
    ...(toGroups ? ['  @@unique([record_id, group_id])', '  @@index([group_id, record_id])'] : []),
    '  @@index([user_id, record_id])',
    `  @@map("${grant}")`,
    '}\n',
  ];
  if (!toGroups) return [grantBlock.join('\n')];
  back.push(
    { to: name, relation: `${access}_record`, from: pascal(access) },
    { to: 'User', relation: `${access}_user`, from: pascal(access) },
  );
  const accessBlock = [
    '/// The highest of all grants of a user, kept by triggers.',
    `model ${pascal(access)} {`,
    '  user_id String @db.Uuid',
    `  user User @relation("${access}_user", fields: [user_id], references: [id], ${cascade})`,
    '  record_id String @db.Uuid',
    `  record ${name} @relation("${access}_record", fields: [record_id], references: [id], ${cascade})`,
    '  level Int',
    '',
    '  @@id([user_id, record_id])',
    '  @@index([record_id])',
    `  @@map("${access}")`,
    '}\n',
  ];
  return [grantBlock.join('\n'), accessBlock.join('\n')];
}
