'use client';

import { useEditorState, type Editor } from '@tiptap/react';
import { Link } from 'lucide-react';
import * as Toolbar from 'radix-ui/toolbar';
import { useState } from 'react';
import { Button } from './button';
import { cn } from './cn';
import { Field } from './field';
import { FieldContext } from './field-context';
import { Input } from './input';
import { PopoverWindow } from './popover-window';
import { readAddress } from './read-address';
import { toolClass } from './tool-class';
import { onEnter } from './on-enter';

interface RichTextLinkProps {
  editor: Editor;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Makes, changes and removes the link at the selection. */
export function RichTextLink({ editor, open, onOpenChange }: RichTextLinkProps) {
  const isOn = useEditorState({ editor, selector: ({ editor: current }) => current.isActive('link') });
  return (
    <PopoverWindow
      open={open}
      onOpenChange={onOpenChange}
      label="Link"
      onCloseFocus={() => editor.commands.focus()}
      trigger={
        <Toolbar.Button
          aria-label="Link (Ctrl K)"
          title="Link (Ctrl K)"
          aria-pressed={isOn}
          className={cn(toolClass, isOn && 'bg-accent/15 text-accent!')}
        >
          <Link aria-hidden />
        </Toolbar.Button>
      }
    >
      {/* A field of its own, not part of the one around the editor. */}
      <FieldContext value={null}>
        <LinkForm editor={editor} isOn={isOn} onDone={() => onOpenChange(false)} />
      </FieldContext>
    </PopoverWindow>
  );
}

function LinkForm({ editor, isOn, onDone }: { editor: Editor; isOn: boolean; onDone: () => void }) {
  const [typed, setTyped] = useState(() => String(editor.getAttributes('link').href ?? ''));
  const [error, setError] = useState<string | null>(null);

  function apply() {
    const href = readAddress(typed);
    if (href === null) return setError('Type an address such as https://example.org or name@example.org.');
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && !isOn) {
      chain.insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    } else {
      chain.setLink({ href }).run();
    }
    onDone();
  }

  function remove() {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onDone();
  }

  return (
    <div className="flex flex-col gap-3">
      <Field label="Address" errors={error ? [error] : []}>
        <Input
          value={typed}
          autoComplete="off"
          inputMode="url"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onEnter(apply)}
        />
      </Field>
      <div className="flex justify-end gap-2">
        {isOn ? <Button onClick={remove}>Remove link</Button> : null}
        <Button variant="primary" onClick={apply}>
          {isOn ? 'Change' : 'Add link'}
        </Button>
      </div>
    </div>
  );
}
