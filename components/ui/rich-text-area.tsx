'use client';

import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { useEffect, useRef, useState, type AriaAttributes } from 'react';
import { cn } from './cn';
import { useControl, useFieldLabelId } from './field-context';
import type { RichTextEditorProps } from './rich-text-editor';
import { richTextExtensions } from './rich-text-extensions';
import { RichTextToolbar } from './rich-text-toolbar';
import { controlClass } from './styles';
import { UploadGuard } from './upload-guard';
import { useImageUploads } from './use-image-uploads';

export function RichTextArea({
  value,
  onChange,
  placeholder,
  readOnly = false,
  upload,
  className,
  ...props
}: RichTextEditorProps) {
  const control = useControl<typeof props & Described>(props);
  const labelId = useFieldLabelId();
  const written = useRef(value);
  const [isLinking, setIsLinking] = useState(false);
  const images = useImageUploads(upload);
  const [extensions] = useState(() =>
    richTextExtensions({
      placeholder,
      onLink: () => setIsLinking(true),
      onImages: upload ? images.add : null,
    }),
  );
  const isEditable = !readOnly && !control.disabled;

  const editor = useEditor({
    // The server renders nothing of it.
    immediatelyRender: false,
    extensions,
    content: value,
    editable: isEditable,
    editorProps: { attributes: attributesOf({ ...control, labelId, readOnly }) },
    onUpdate: ({ editor: changed }) => {
      written.current = htmlOf(changed);
      onChange(written.current);
    },
  });

  // A value set from outside (a reset, a restored draft) replaces the text; what was typed here is not set again.
  useEffect(() => {
    if (!editor || value === written.current) return;
    written.current = value;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);

  // A label only reaches form controls by itself.
  useEffect(() => {
    const label = labelId ? document.getElementById(labelId) : null;
    if (!label || !editor) return;
    const focus = () => editor.commands.focus();
    label.addEventListener('click', focus);
    return () => label.removeEventListener('click', focus);
  }, [editor, labelId]);

  return (
    <div
      className={cn(
        controlClass,
        'overflow-clip focus-within:border-ring focus-within:outline-2 focus-within:outline-ring',
        control['aria-invalid'] && 'border-danger!',
        !isEditable && 'bg-muted/60!',
        className,
      )}
    >
      {editor && isEditable ? (
        <RichTextToolbar
          editor={editor}
          isLinking={isLinking}
          onLinking={setIsLinking}
          onImages={upload ? (files) => images.add(editor, files, null) : null}
        />
      ) : null}
      <EditorContent editor={editor} className="max-h-[60vh] min-h-20 overflow-y-auto px-2.5 py-2" />
      {upload ? <UploadGuard label="Images" busy={images.isBusy} /> : null}
      {images.problems.length > 0 ? (
        <p role="alert" className="border-t px-2.5 py-1.5 text-sm text-danger">
          {images.problems.join(' ')}
        </p>
      ) : null}
    </div>
  );
}

/** Without the empty paragraphs that the editor keeps at the end to type in. */
function htmlOf(editor: Editor): string {
  return editor.isEmpty ? '' : editor.getHTML().replace(/(<p><\/p>)+$/, '');
}

type Described = Pick<AriaAttributes, 'aria-describedby' | 'aria-invalid' | 'aria-required'>;

interface Wiring extends Described {
  id?: string | undefined;
  'aria-label'?: string | undefined;
  labelId: string | undefined;
  readOnly: boolean;
}

/** The attributes of the element that is typed in; the editor takes strings only. */
function attributesOf(wiring: Wiring): Record<string, string> {
  const attributes = {
    role: 'textbox',
    class: 'rich-text min-h-16 outline-none',
    id: wiring.id,
    'aria-multiline': 'true',
    'aria-label': wiring['aria-label'],
    'aria-labelledby': wiring['aria-label'] ? undefined : wiring.labelId,
    'aria-describedby': wiring['aria-describedby'],
    'aria-invalid': wiring['aria-invalid'] ? 'true' : undefined,
    'aria-required': wiring['aria-required'] ? 'true' : undefined,
    'aria-readonly': wiring.readOnly ? 'true' : undefined,
  };
  return Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
