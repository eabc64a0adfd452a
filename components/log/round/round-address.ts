import type { BulkTarget } from '../../bulk/target';
import { targetHref } from '../../grid/address';

/** The page on which the subjects of a target are weighed, watered or fed in a row; null for more than an address can name. */
export const roundHref = (target: BulkTarget): string | null => targetHref('/log-round', target);
