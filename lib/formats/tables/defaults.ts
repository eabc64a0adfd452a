import { emptyDetails } from '@/lib/vocabularies/check-details';
import { usualCoordinates } from '@/lib/vocabularies/choices';
import { findType, isFamilyName } from '@/lib/vocabularies/types';
import type { Table, ValueColumn } from './table';

const rules = {
  'coordinates-of-the-type': (family: string, type: string): unknown => {
    const systems = isFamilyName(family) ? findType(family, type)?.allowedCoordinateSystems : null;
    return !systems || systems.includes(usualCoordinates) ? usualCoordinates : systems[0];
  },
  'details-of-the-type': (family: string, type: string): unknown =>
    isFamilyName(family) ? emptyDetails(family, type) : null,
};

/** What a new record gets where the row says nothing, or undefined. `type` is the type of the record, if it has one. */
export function fallbackOf(table: Table, { fallback }: ValueColumn, type: unknown): unknown {
  if (typeof fallback !== 'object') return fallback;
  // The families of types bear the names of their models.
  return rules[fallback.rule](table.model, typeof type === 'string' ? type : '');
}
