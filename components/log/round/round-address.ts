import { gridHref } from '../../grid/address';
import type { BulkTarget } from '../../bulk/target';

/** The page on which the subjects of a target are weighed, watered or fed in a row; null for more than an address can name. */
export const roundHref = (target: BulkTarget): string | null =>
  gridHref(target)?.replace(`/${target.path}/grid`, '/log-round') ?? null;
