import type { UrlField } from '@/lib/declare/kinds/url';
import { containsConditions, describeContains } from './contains';
import type { FieldParts, ShowProps } from './field-parts';
import { textOf } from './read-value';

/** An address as a link that is safe to follow; anything else stays text. */
export function OutsideLink({ address, children }: { address: string; children?: React.ReactNode }) {
  if (!/^(https?|ftp):\/\//i.test(address)) return <span className="break-all">{address}</span>;
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      className="break-all text-accent underline-offset-2 hover:underline"
    >
      {children ?? address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')}
    </a>
  );
}

const UrlShow = ({ value }: ShowProps<UrlField>) => (textOf(value) ? <OutsideLink address={textOf(value)} /> : null);

export const urlParts: FieldParts<UrlField> = {
  Cell: UrlShow,
  Show: UrlShow,
  toConditions: containsConditions,
  describeFilter: describeContains,
};
