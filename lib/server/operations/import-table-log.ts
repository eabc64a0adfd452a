import 'server-only';
import { modelNamed } from '@/lib/models';
import type { Table } from '@/lib/formats/tables/table';
import type { Executor } from '../db/sql';
import { newId } from '../id';
import { versionsOf } from '../queries/import-table-existing';
import { insertImport } from '../queries/import-table-log';
import type { UserViewer } from '../viewer';
import type { ReportBuilder } from './import-table-report';

/** Keeps what an import has written, so that it can be undone. Answers its id, or null where there was nothing to write. */
export async function keepImport(
  tx: Executor,
  viewer: UserViewer,
  table: Table,
  fileName: string,
  report: ReportBuilder,
): Promise<string | null> {
  const written = [...report.outcomes.values()].flatMap((outcome) => outcome.written);
  if (written.length === 0) return null;
  const versions = await versionsOf(tx, viewer, modelNamed(table.model), [...new Set(written.map(({ id }) => id))]);
  const id = newId();
  const { create, update, keep, unchanged } = report.counts();
  await insertImport(
    tx,
    {
      id,
      user: viewer.id,
      table: table.name,
      // As it was sent; what can't be stored is no part of a name.
      file: fileName.replaceAll(/\p{Cc}/gu, '').slice(0, 255),
      created: create,
      changed: update,
      unchanged: unchanged + keep,
    },
    written.map((one) => ({ ...one, model: table.model, version: versions.get(one.id) ?? 0 })),
  );
  return id;
}
