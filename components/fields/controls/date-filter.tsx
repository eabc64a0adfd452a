'use client';

import { useState } from 'react';
import { DateInput } from '../../ui/date-input';
import { Select } from '../../ui/select';
import type { FilterProps } from '../field-parts';
import { parseRange, writeRange } from '../filter-text';
import { describeStretch, isInstant, stretches } from '../stretch';

const between = 'between';

/** A stretch of time, or two days of one's own. */
export function DateFilter({ id, field, value, onChange, zone }: FilterProps) {
  const isStretch =
    value !== null && (stretches.some((one) => one.value === value) || /^\d+d$/.test(value) || isInstant(value));
  const [isOwn, setOwn] = useState(value !== null && !isStretch);
  const { from, to } = (isOwn && value !== null && parseRange(value)) || { from: null, to: null };
  const options =
    isStretch && !stretches.some((one) => one.value === value)
      ? [...stretches, { value, label: describeStretch(value, zone) }]
      : stretches;
  return (
    <div className="flex flex-col gap-1.5">
      <Select
        id={id}
        aria-label={field.label}
        value={isOwn ? between : value}
        onChange={(next) => {
          setOwn(next === between);
          if (next !== between) onChange(next);
          else if (value !== null) onChange(null);
        }}
        clearable
        placeholder="Any time"
        options={[...options, { value: between, label: 'Between two days…' }]}
      />
      {isOwn ? (
        <div className="flex flex-wrap gap-1.5 *:min-w-38 *:flex-1">
          <DateInput
            id={`${id}-from`}
            aria-label={`${field.label}, from`}
            value={from}
            zone={zone}
            onChange={(day) => onChange(writeRange({ from: day, to }))}
          />
          <DateInput
            id={`${id}-to`}
            aria-label={`${field.label}, to`}
            value={to}
            zone={zone}
            onChange={(day) => onChange(writeRange({ from, to: day }))}
          />
        </div>
      ) : null}
    </div>
  );
}
