import { ArrowRight } from 'lucide-react';
import type { ChangedField } from '@/lib/declare/history';
import type { ModelView } from '@/lib/declare/view';
import type { Showing } from '../fields/field-parts';
import { ShownValue } from './shown-value';

interface ChangedFieldsProps {
  view: Pick<ModelView, 'fields'>;
  fields: readonly ChangedField[];
  showing: Showing;
  /** A new record had nothing before. */
  isNew: boolean;
}

/** What a write changed, field by field: the value before and the one after. */
export function ChangedFields({ view, fields, showing, isNew }: ChangedFieldsProps) {
  return (
    <dl className="mt-1 flex flex-col divide-y divide-border/60 text-sm">
      {fields.map((change) => {
        const field = view.fields[change.name];
        return field ? (
          <div key={change.name} className="grid gap-x-4 py-1 sm:grid-cols-[10rem_minmax(0,1fr)]">
            <dt className="text-muted-foreground">{field.label}</dt>
            <dd className="flex min-w-0 flex-wrap items-start gap-x-2">
              {isNew ? null : (
                <>
                  <span className="max-w-full min-w-0 break-words text-muted-foreground">
                    <span className="sr-only">from </span>
                    <ShownValue
                      field={field}
                      value={change.before}
                      record={change.beside.before}
                      showing={showing}
                      isHidden={change.isBeforeHidden}
                    />
                  </span>
                  <ArrowRight aria-hidden className="mt-1 size-3.5 shrink-0 text-muted-foreground" />
                  <span className="sr-only">to </span>
                </>
              )}
              <span className="max-w-full min-w-0 break-words">
                <ShownValue
                  field={field}
                  value={change.after}
                  record={change.beside.after}
                  showing={showing}
                  isHidden={change.isAfterHidden}
                />
              </span>
            </dd>
          </div>
        ) : null;
      })}
    </dl>
  );
}
