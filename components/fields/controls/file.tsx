import dynamic from 'next/dynamic';
import type { FileField } from '@/lib/declare/kinds/file';
import { Skeleton } from '../../ui/skeleton';
import type { FieldControls, InputProps } from '../field-parts';
import { patiently } from '../../ui/patiently';

/** Few forms have files. */
const FileInput = dynamic<InputProps<FileField>>(
  () => patiently(() => import('./file-input')).then((module) => module.FileInput),
  {
    loading: () => <Skeleton className="h-24 w-full rounded-md" />,
  },
);

export const fileControls: FieldControls<FileField> = { Input: FileInput };
