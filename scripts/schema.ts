/**
 * The schema, from its one source:
 *   tsx scripts/schema.ts                    print prisma/schema/models.prisma and prisma/objects.sql from lib/models
 *   tsx scripts/schema.ts --check            fail when printing would change them, or when a declaration is wrong
 *   tsx scripts/schema.ts migrate --name x   print, then write the migration that leads there
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkModels } from '@/lib/declare/check';
import { printObjects } from '@/lib/declare/print-objects';
import { printSchema } from '@/lib/declare/print-schema';
import { modelList } from '@/lib/models';
import { dropViews, printViews } from '@/lib/server/db/views';
import { actionNames } from '@/lib/server/hooks';
import { computeNames } from '@/lib/server/queries/computed';
import { linkRuleNames } from '@/lib/server/rules';

const root = path.resolve(import.meta.dirname, '..');
const files = {
  'prisma/schema/models.prisma': printSchema(
    modelList,
    readFileSync(path.join(root, 'prisma/schema/base.prisma'), 'utf8'),
  ),
  'prisma/objects.sql': `${printObjects(modelList)}\n${printViews(modelList)}`,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' }, name: { type: 'string' } },
});

const problems = checkModels(modelList, {
  serverRules: linkRuleNames,
  computes: computeNames,
  actions: actionNames(modelList),
});
for (const { code, where, message } of problems) console.error(`${code} ${where}: ${message}`);
if (problems.length > 0) process.exit(1);

const read = (file: string) => {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return '';
  }
};
const stale = Object.entries(files).filter(([file, text]) => read(file) !== text);

if (values.check) {
  for (const [file] of stale) console.error(`${file} is stale: run “npx tsx scripts/schema.ts”.`);
  process.exit(stale.length > 0 ? 1 : 0);
}
const objectsChanged = stale.some(([file]) => file === 'prisma/objects.sql');
for (const [file, text] of stale) writeFileSync(path.join(root, file), text);

if (positionals[0] === 'migrate') {
  if (!values.name) throw new Error('Name the migration: --name add-cohorts');
  const { createMigration } = await import('@/lib/server/db/migrate');
  const file = await createMigration(values.name);
  const isFirst =
    readdirSync(path.join(root, 'prisma/migrations'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
      .length === 1;
  const extensions =
    'CREATE EXTENSION IF NOT EXISTS citext;\nCREATE EXTENSION IF NOT EXISTS pg_trgm;\nCREATE EXTENSION IF NOT EXISTS btree_gist;\nCREATE EXTENSION IF NOT EXISTS unaccent;\n\n';
  // Views stand in the way of changes to what they read, so they go first and come back last.
  const unseen =
    isFirst || objectsChanged
      ? `-- What Prisma can't see, from prisma/objects.sql.\n${files['prisma/objects.sql']}`
      : printViews(modelList);
  const sql = `${isFirst ? extensions : ''}${dropViews(modelList)}\n${readFileSync(file, 'utf8')}\n${unseen}`;
  writeFileSync(file, sql);
  console.log(path.relative(root, file));
}
