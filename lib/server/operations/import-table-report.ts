import 'server-only';
import { getLaboratoryZone } from '@/lib/declare/time';
import type { Assumption } from '@/lib/formats/tables/cells';
import type { GivenRow, ReadTable } from '@/lib/formats/tables/read-rows';
import {
  groupProblems,
  rowsShown,
  type CellProblem,
  type Notice,
  type RowReport,
  type RowStatus,
  type TableReport,
} from '@/lib/formats/tables/report';
import type { Table } from '@/lib/formats/tables/table';
import type { ReadFile } from './import-table-file';
import type { RowOutcome } from './import-table-row';

/** Longest text of a cell in a report, in characters. */
const cellMax = 80;

/** Gathers what comes of the rows of one import. */
export class ReportBuilder {
  readonly outcomes = new Map<number, RowOutcome>();
  private readonly problems: CellProblem[];
  private readonly badRows = new Map<number, Set<string>>();
  private readonly notices = new Map<string, Notice & { rows: number[] }>();

  constructor(
    private readonly table: Table,
    private readonly fileName: string,
    private readonly file: ReadFile,
    private readonly read: ReadTable,
  ) {
    this.problems = [];
    for (const problem of read.problems) this.addProblem(problem);
    for (const [column, rows] of read.assumptions)
      for (const [assumption, numbers] of Object.entries(rows))
        for (const row of numbers) this.addNotice(row, column, assumptionTexts[assumption as Assumption]()); // the keys of the record
  }

  get isSound(): boolean {
    return this.problems.length === 0;
  }

  /** Whether a row can be imported as far as its cells say. */
  isGood = ({ row }: GivenRow): boolean => !this.badRows.has(row);

  addProblem(problem: CellProblem): void {
    this.problems.push(problem);
    const columns = this.badRows.get(problem.row) ?? new Set();
    if (problem.column !== null) columns.add(problem.column);
    this.badRows.set(problem.row, columns);
  }

  addOutcome(row: number, outcome: RowOutcome): void {
    this.outcomes.set(row, outcome);
    if (outcome.notice) this.addNotice(row, outcome.notice.column, outcome.notice.message);
  }

  addNotice(row: number, column: string, message: string): void {
    const known = this.notices.get(`${column}\n${message}`);
    if (known) known.rows.push(row);
    else this.notices.set(`${column}\n${message}`, { column, message, rows: [row] });
  }

  counts(): TableReport['counts'] {
    const statuses = this.read.rows.map(({ row }) => this.statusOf(row));
    const count = (status: RowStatus) => statuses.filter((one) => one === status).length;
    return {
      rows: statuses.length,
      create: count('create'),
      update: count('update'),
      keep: count('keep'),
      unchanged: count('unchanged'),
      invalid: count('invalid'),
      unchecked: count('unchecked'),
      problems: this.problems.length,
    };
  }

  /** `id` is that of the import where something was written. */
  build(isDryRun: boolean, id: string | null): TableReport {
    const problems = this.problems.toSorted((a, b) => a.row - b.row);
    const { hash, sheet, sheets, content } = this.file;
    return {
      dry_run: isDryRun,
      table: this.table.name,
      file: { name: this.fileName, hash, sheet, sheets, remarks: content.remarks },
      id,
      counts: this.counts(),
      header: content.header,
      problems: groupProblems(problems),
      notices: [...this.notices.values()],
      rows: this.shownRows(isDryRun),
    };
  }

  private statusOf(row: number): RowStatus {
    return this.badRows.has(row) ? 'invalid' : (this.outcomes.get(row)?.status ?? 'unchecked');
  }

  private shownRows(isDryRun: boolean): RowReport[] {
    const needsPerson = ({ row }: { row: number }) =>
      this.badRows.has(row) || this.outcomes.get(row)?.isChoice === true;
    const { rows } = this.file.content;
    const chosen = [...rows.filter(needsPerson), ...rows.filter((row) => !needsPerson(row))].slice(0, rowsShown);
    return chosen
      .toSorted((a, b) => a.row - b.row)
      .map(({ row, cells }) => {
        const outcome = this.outcomes.get(row);
        const status = this.statusOf(row);
        return {
          row,
          status,
          title: outcome?.title ?? '',
          id: isDryRun && status === 'create' ? null : (outcome?.id ?? null),
          changes: outcome?.changes ?? [],
          isChoice: outcome?.isChoice ?? false,
          cells: cells.map((cell) => (cell.length > cellMax ? `${cell.slice(0, cellMax)}…` : cell)),
          bad: [...(this.badRows.get(row) ?? [])],
        };
      });
  }
}

const assumptionTexts: Readonly<Record<Assumption, () => string>> = {
  zone: () => `Times without a zone were read in the laboratory’s, ${getLaboratoryZone()}.`,
  'month-first': () => 'Dates with slashes were read with the month first: 03/04/2026 is 4 March.',
};
