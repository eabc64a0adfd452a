'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from './skeleton';
import type { Upload } from './upload';
import { patiently } from './patiently';

export interface RichTextEditorProps {
  /** HTML, sanitised by the server; empty is "". */
  value: string;
  /** Gets the HTML after each change; "" when nothing is left. */
  onChange: (html: string) => void;
  /** How images are sent; without it there are none to add. */
  upload?: Upload | null | undefined;
  id?: string | undefined;
  name?: string | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  readOnly?: boolean | undefined;
  className?: string | undefined;
  'aria-label'?: string | undefined;
}

/** Loaded when it is needed: the editor is larger than everything else on a form. */
const RichTextArea = dynamic(() => patiently(() => import('./rich-text-area')).then((module) => module.RichTextArea), {
  ssr: false,
  loading: () => <Skeleton className="h-28 w-full rounded-md" />,
});

/** Formatted text: headings, lists, links, code. Understands pasted text and Markdown as it is typed. */
export function RichTextEditor({ name, ...props }: RichTextEditorProps) {
  return (
    <>
      <RichTextArea {...props} />
      {name ? <input type="hidden" name={name} value={props.value} /> : null}
    </>
  );
}
