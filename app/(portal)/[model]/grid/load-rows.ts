import 'server-only';
import type { BulkTarget } from '@/components/bulk/target';
import type { CellTexts, GridRow } from '@/lib/declare/grid';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { cellTextsOf } from '@/lib/formats/grid/texts';
import type { Table } from '@/lib/formats/tables/table';
import { getEnv } from '@/lib/server/env';
import { gridRowsOf, gridShape, gridTitles } from '@/lib/server/operations/grid-rows';
import { listRecords } from '@/lib/server/operations/list';
import type { UserViewer } from '@/lib/server/viewer';
import { newValues } from '../form-values';
import { listOfTarget, refuseTooMany } from '../target';

/** The records of a target as rows, in the order of their list; those out of the viewer's sight are left out. */
export async function loadRows(viewer: UserViewer, model: Model, table: Table, target: BulkTarget): Promise<GridRow[]> {
  const list = listOfTarget(model, target);
  const { records } = await listRecords(viewer, model, { ...list, ...gridShape(table, model) }, 'none');
  refuseTooMany(records.length, model);
  return gridRowsOf(viewer, table, model, records);
}

/** What new rows begin with: the only project that there is to choose. What empty cells come to anyway is left empty. */
export async function beginningOf(viewer: UserViewer, model: Model, table: Table): Promise<CellTexts> {
  const scope = model.access.by === 'via' ? model.access.field : '';
  const values = await newValues(viewer, model, {});
  const record = { ...values, id: '' } as unknown as AnyRecord; // only looked through for what it links
  const titleOf = await gridTitles(viewer, table, model, [record]);
  const text = cellTextsOf(table, model, record, titleOf, getEnv().LAB_TIME_ZONE)[scope];
  return text ? { [scope]: text } : {};
}
