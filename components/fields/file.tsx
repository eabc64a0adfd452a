import type { FileField } from '@/lib/declare/kinds/file';
import type { FieldParts, ShowProps } from './field-parts';
import { textOf } from './read-value';
import { OutsideLink } from './url';

const isImage = (address: string) => /\.(png|jpe?g|gif|webp|avif)(\?|$)/i.test(address);

function FileShow({ value, field }: ShowProps<FileField>) {
  const address = textOf(value);
  if (!address) return null;
  // Files of any address are shown as they are; the optimiser of Next knows only its own hosts.
  if (isImage(address)) return <img src={address} alt={field.label} className="max-h-60 rounded-md border" />;
  return <OutsideLink address={address}>{address.split('/').at(-1)}</OutsideLink>;
}

const FileCell = ({ value }: ShowProps<FileField>) => (textOf(value) ? textOf(value).split('/').at(-1) : null);

export const fileParts: FieldParts<FileField> = { Input: null, Cell: FileCell, Show: FileShow };
