import { Pencil, Trash2 } from 'lucide-react';
import type { LogEntry } from '@/lib/declare/kinds/entries';
import { entryTime } from '@/lib/vocabularies/entry-time';
import { findType, type DetailField, type DetailKind, type FamilyName } from '@/lib/vocabularies/types';
import DetailsShow from '../fields/details-show';
import { detailText } from '../fields/details-text';
import type { Titles } from '../fields/field-parts';
import { IconButton } from '../ui/icon-button';
import { Table, TBody, Td, Th, THead, Tr } from '../ui/table';
import { Time } from '../ui/time';
import { writeInstant } from '../ui/zoned-time';

interface EntriesTableProps {
  label: string;
  family: FamilyName;
  type: string;
  entries: readonly LogEntry[];
  zone: string;
  titles: Titles;
  /** For who may change them. */
  onChange?: ((entry: LogEntry) => void) | undefined;
  onRemove?: ((entry: LogEntry) => void) | undefined;
}

/** Kinds of detail that fit into a column. */
const columnKinds: ReadonlySet<DetailKind> = new Set([
  'string',
  'time',
  'number',
  'integer',
  'boolean',
  'enum',
  'numberUnit',
]);
const numericKinds: ReadonlySet<DetailKind> = new Set(['number', 'integer', 'numberUnit']);
const columnsMax = 6;

/** The details of a type as columns, those that some entry has, or null where they need more room. */
function columnsOf(family: FamilyName, type: string, entries: readonly LogEntry[]): readonly DetailField[] | null {
  const all = findType(family, type)?.fields ?? [];
  const fields = all.filter(({ key, required }) => required || entries.some(({ details }) => key in details));
  return fields.length <= columnsMax && fields.every(({ kind }) => columnKinds.has(kind)) ? fields : null;
}

/** Entries of a log, a row each: when, what, notes, by whom. */
export function EntriesTable({ label, family, type, entries, zone, titles, onChange, onRemove }: EntriesTableProps) {
  const columns = columnsOf(family, type, entries);
  const isInterval = findType(family, type)?.entry === 'interval';
  const nameOf = ({ performed_by: person }: LogEntry) =>
    person === null ? null : (titles.user?.[String(person)] ?? 'not visible to you');
  return (
    <Table label={label} stacked>
      <THead>
        <Tr>
          <Th>{isInterval ? 'Start' : 'When'}</Th>
          {isInterval ? <Th>End</Th> : null}
          {columns?.map((column) => (
            <Th key={column.key} numeric={numericKinds.has(column.kind)}>
              {column.label}
            </Th>
          )) ?? <Th>What</Th>}
          <Th>Notes</Th>
          <Th>Performed by</Th>
          {onChange || onRemove ? (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          ) : null}
        </Tr>
      </THead>
      <TBody>
        {entries.map((entry) => {
          const time = entryTime(entry);
          const spoken = writeInstant(Date.parse(time), zone);
          return (
            <Tr key={time}>
              <Td data-label={isInterval ? 'Start' : 'When'} className="whitespace-nowrap tabular-nums">
                <Time value={time} zone={zone} />
              </Td>
              {isInterval ? (
                <Td data-label="End" className="whitespace-nowrap tabular-nums">
                  {entry.end_date_time ? (
                    <Time value={entry.end_date_time} zone={zone} />
                  ) : (
                    <span className="text-muted-foreground">goes on</span>
                  )}
                </Td>
              ) : null}
              {columns?.map((column) => (
                <Td key={column.key} data-label={column.label} numeric={numericKinds.has(column.kind)}>
                  {detailText(column, entry.details[column.key])}
                </Td>
              )) ?? (
                <Td data-label="What">
                  <DetailsShow family={family} type={type} value={entry.details} />
                </Td>
              )}
              <Td data-label="Notes" className="min-w-32 whitespace-pre-line">
                {entry.notes}
              </Td>
              <Td data-label="Performed by">{nameOf(entry)}</Td>
              {onChange || onRemove ? (
                <Td className="text-right whitespace-nowrap">
                  {onChange ? (
                    <IconButton size="sm" label={`Change the entry of ${spoken}`} onClick={() => onChange(entry)}>
                      <Pencil aria-hidden />
                    </IconButton>
                  ) : null}
                  {onRemove ? (
                    <IconButton size="sm" label={`Remove the entry of ${spoken}`} onClick={() => onRemove(entry)}>
                      <Trash2 aria-hidden />
                    </IconButton>
                  ) : null}
                </Td>
              ) : null}
            </Tr>
          );
        })}
      </TBody>
    </Table>
  );
}
