import type { FileField } from '@/lib/declare/kinds/file';
import { always, type FieldParts, type ShowProps } from './field-parts';
import { fileNameOf, FilePicture } from './file-picture';
import { textOf } from './read-value';

const FileShow = ({ value, field }: ShowProps<FileField>) =>
  textOf(value) ? <FilePicture address={textOf(value)} label={field.label} /> : null;

const FileCell = ({ value }: ShowProps<FileField>) => (textOf(value) ? fileNameOf(textOf(value)) : null);

export const fileParts: FieldParts<FileField> = { Cell: FileCell, Show: FileShow, isGroup: true, isWide: always };
