'use client';

import { Copy, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { DetailsField } from '@/lib/declare/kinds/details';
import { emptyDetails } from '@/lib/vocabularies/check-details';
import { findType, typeFamily, type DetailField } from '@/lib/vocabularies/types';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { DetailGrid } from './details-grid';
import type { InputProps, NestedErrors } from '../field-parts';
import { objectOf } from '../read-value';

type Draft = Readonly<Record<string, unknown>>;

/** What earlier details keep under another type: the keys that both have. */
function carryOver(fields: readonly DetailField[], from: Draft, start: Draft): Draft {
  const kept = Object.entries(from).filter(
    ([key, value]) => value !== null && value !== undefined && fields.some((field) => field.key === key),
  );
  return { ...start, ...Object.fromEntries(kept) };
}

const within = (errors: NestedErrors, prefix: string): NestedErrors =>
  Object.fromEntries(
    Object.entries(errors).flatMap(([path, messages]) =>
      path.startsWith(`${prefix}.`) ? [[path.slice(prefix.length + 1), messages]] : [],
    ),
  );

/** The form of one type. It is mounted anew for each type; keys that the new type knows too are kept. */
export default function DetailsInput({
  id,
  field,
  value,
  onChange,
  errors,
  type,
}: InputProps<DetailsField> & { type: string }) {
  const schema = findType(field.family, type);
  const fields = schema?.fields ?? [];
  const isRows = typeFamily(field.family).payload === 'rows';
  const given = Array.isArray(value) ? value.map(objectOf) : [objectOf(value)];
  const isForeign = given.some((row) => Object.keys(row).some((key) => !fields.some((known) => known.key === key)));
  const start = useRef(value === null || value === undefined || isForeign);

  useEffect(() => {
    if (!start.current) return;
    start.current = false;
    const empty = emptyDetails(field.family, type);
    const fresh = given.map((row) => carryOver(fields, row, objectOf(Array.isArray(empty) ? empty[0] : empty)));
    onChange(isRows ? fresh : fresh[0]);
    // Once, when the type was chosen.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  if (!schema) return <p className="text-sm text-danger">This type is unknown; choose another one.</p>;
  if (fields.length === 0) return <p className="text-sm text-muted-foreground">This type has no details.</p>;
  if (!isRows)
    return (
      <div className="border-l-2 pl-3">
        <DetailGrid id={id} fields={fields} value={objectOf(value)} onChange={onChange} errors={errors} />
      </div>
    );

  const rows = value === null || value === undefined ? [] : given;
  return (
    <div className="flex flex-col gap-3">
      {rows.map((row, index) => (
        <section key={index} aria-label={`${schema.label} ${index + 1}`} className="border-l-2 pl-3">
          <div className="mb-1 flex items-center justify-between text-sm text-muted-foreground">
            <span>
              {schema.label} {index + 1}
            </span>
            <span>
              <IconButton
                size="sm"
                label={`Duplicate ${schema.label} ${index + 1}`}
                onClick={() => onChange(rows.toSpliced(index + 1, 0, structuredClone(row)))}
              >
                <Copy aria-hidden />
              </IconButton>
              <IconButton
                size="sm"
                label={`Remove ${schema.label} ${index + 1}`}
                disabled={rows.length === 1}
                onClick={() => onChange(rows.toSpliced(index, 1))}
              >
                <Trash2 aria-hidden />
              </IconButton>
            </span>
          </div>
          <DetailGrid
            id={`${id}.${index}`}
            fields={fields}
            value={row}
            onChange={(next) => onChange(rows.with(index, next))}
            errors={within(errors, String(index))}
          />
        </section>
      ))}
      <div>
        <Button size="sm" onClick={() => onChange([...rows, objectOf([emptyDetails(field.family, type)].flat()[0])])}>
          <Plus aria-hidden />
          Add another
        </Button>
      </div>
    </div>
  );
}
