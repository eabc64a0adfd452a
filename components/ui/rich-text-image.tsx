'use client';

import { useEditorState, type Editor } from '@tiptap/react';
import { Captions, ImagePlus } from 'lucide-react';
import * as Toolbar from 'radix-ui/toolbar';
import { useRef, useState } from 'react';
import { Button } from './button';
import { Field } from './field';
import { FieldContext } from './field-context';
import { Input } from './input';
import { PopoverWindow } from './popover-window';
import { toolClass } from './tool-class';
import { imageTypes } from './upload';
import { onEnter } from './on-enter';

/** Chooses images to put in, and describes or removes the one that is selected. */
export function RichTextImage({ editor, onFiles }: { editor: Editor; onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const isOn = useEditorState({ editor, selector: ({ editor: current }) => current.isActive('image') });
  return (
    <>
      <Toolbar.Button
        aria-label="Insert image"
        title="Insert image: or paste or drop one"
        className={toolClass}
        onClick={() => input.current?.click()}
      >
        <ImagePlus aria-hidden />
      </Toolbar.Button>
      <input
        ref={input}
        type="file"
        accept={imageTypes}
        multiple
        aria-label="Images to insert"
        tabIndex={-1}
        className="hidden"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {isOn ? (
        <PopoverWindow
          open={open}
          onOpenChange={setOpen}
          label="Image"
          onCloseFocus={() => editor.commands.focus()}
          trigger={
            <Toolbar.Button
              aria-label="Describe or remove image"
              title="Describe or remove image"
              className={toolClass}
            >
              <Captions aria-hidden />
            </Toolbar.Button>
          }
        >
          {/* A field of its own, not part of the one around the editor. */}
          <FieldContext value={null}>
            <ImageForm editor={editor} onDone={() => setOpen(false)} />
          </FieldContext>
        </PopoverWindow>
      ) : null}
    </>
  );
}

function ImageForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const [alt, setAlt] = useState(() => String(editor.getAttributes('image').alt ?? ''));
  function apply() {
    editor.chain().updateAttributes('image', { alt: alt.trim() }).run();
    onDone();
  }
  return (
    <div className="flex flex-col gap-3">
      <Field label="Description" help="What it shows, for those who can’t see it.">
        <Input
          value={alt}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => setAlt(event.target.value)}
          onKeyDown={onEnter(apply)}
        />
      </Field>
      <div className="flex justify-end gap-2">
        <Button
          onClick={() => {
            editor.chain().focus().deleteSelection().run();
            onDone();
          }}
        >
          Remove image
        </Button>
        <Button variant="primary" onClick={apply}>
          Describe
        </Button>
      </div>
    </div>
  );
}
