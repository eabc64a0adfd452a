import type { Metadata } from 'next';
import { ImportNav } from '@/components/import/import-nav';
import { PastImports } from '@/components/import-table/past-imports';
import { TableImport } from '@/components/import-table/table-import';
import { PageHeader } from '@/components/ui/page-header';
import { tableNamed, tables } from '@/lib/formats/tables';
import { viewOfTable } from '@/lib/formats/tables/view';
import { modelNamed } from '@/lib/models';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { listImports } from '@/lib/server/queries/import-table-log';

export const metadata: Metadata = { title: 'Import tables' };

type Props = { searchParams: Promise<{ table?: string | string[] }> };

const importsShown = 20;

/** The label of a table's records; of a table that this version no longer has, its name. */
function labelOf(name: string): string {
  const table = tableNamed(name);
  return table ? modelNamed(table.model).labelPlural : name;
}

export default async function Page({ searchParams }: Props) {
  const [viewer, { table }] = await Promise.all([requireViewer(), searchParams]);
  const asked = tableNamed(typeof table === 'string' ? table : '') ?? tableNamed('subjects');
  const imports = await listImports(viewer, importsShown);
  return (
    <>
      <PageHeader
        title="Import"
        subtitle="Projects, subjects, sessions and what hangs on them, from a CSV file or an Excel workbook."
      />
      <ImportNav current="/import/tables" />
      <TableImport tables={tables.map(viewOfTable)} initial={asked?.name ?? ''} />
      <PastImports
        zone={getEnv().LAB_TIME_ZONE}
        imports={imports.map(({ table: name, ...one }) => ({ ...one, label: labelOf(name) }))}
      />
    </>
  );
}
