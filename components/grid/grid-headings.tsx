import type { GridColumn } from '@/lib/declare/grid';
import { cn } from '../ui/cn';
import { numbersWidth, totalWidth, widthOf } from './column-widths';
import type { Bounds } from './range';

/** What the columns are called; those of the selection stand out. */
export function GridHeadings({ columns, bounds }: { columns: readonly GridColumn[]; bounds: Bounds }) {
  return (
    <div role="rowgroup" className="sticky top-0 z-20" style={{ width: totalWidth(columns) }}>
      <div role="row" aria-rowindex={1} className="flex h-8">
        <div
          role="columnheader"
          className="sticky left-0 z-10 shrink-0 border-r border-b bg-muted"
          style={{ width: numbersWidth }}
        >
          <span className="sr-only">Row</span>
        </div>
        {columns.map((column, col) => (
          <div
            key={column.name}
            role="columnheader"
            data-heading={col}
            aria-colindex={col + 2}
            title={[column.expects, column.help].filter(Boolean).join(' ')}
            style={{ width: widthOf(column) }}
            className={cn(
              'flex shrink-0 items-center gap-0.5 border-r border-b bg-muted px-2 text-xs font-medium select-none',
              col === 0 && 'sm:sticky sm:left-12 sm:z-10',
              col >= bounds.left && col <= bounds.right ? 'text-foreground' : 'text-muted-foreground',
            )}
          >
            <span className="truncate">{column.label}</span>
            {column.isRequired ? (
              <span className="text-danger" aria-label="required">
                *
              </span>
            ) : null}
          </div>
        ))}
      </div>
    </div>
  );
}
