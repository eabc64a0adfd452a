import dynamic from 'next/dynamic';
import type { FileField } from '@/lib/declare/kinds/file';
import { Skeleton } from '../ui/skeleton';
import { always, type FieldParts, type InputProps, type ShowProps } from './field-parts';
import { fileNameOf, FilePicture } from './file-picture';
import { textOf } from './read-value';

/** Few forms have files. */
const FileInput = dynamic<InputProps<FileField>>(() => import('./file-input').then((module) => module.FileInput), {
  loading: () => <Skeleton className="h-24 w-full rounded-md" />,
});

const FileShow = ({ value, field }: ShowProps<FileField>) =>
  textOf(value) ? <FilePicture address={textOf(value)} label={field.label} /> : null;

const FileCell = ({ value }: ShowProps<FileField>) => (textOf(value) ? fileNameOf(textOf(value)) : null);

export const fileParts: FieldParts<FileField> = {
  Input: FileInput,
  Cell: FileCell,
  Show: FileShow,
  isGroup: true,
  isWide: always,
};
