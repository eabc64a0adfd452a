'use client';

import { useEditorState, type Editor } from '@tiptap/react';
import { Bold, Code, Heading2, Heading3, Italic, List, ListOrdered, Redo2, TextQuote, Undo2 } from 'lucide-react';
import * as Toolbar from 'radix-ui/toolbar';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { RichTextImage } from './rich-text-image';
import { RichTextLink } from './rich-text-link';
import { toolClass } from './tool-class';

interface Tool {
  label: string;
  icon: ReactNode;
  /** The node or mark that it switches; without one it just acts. */
  isOn?: (editor: Editor) => boolean;
  isPossible?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

const groups: readonly (readonly Tool[])[] = [
  [
    {
      label: 'Bold (Ctrl B)',
      icon: <Bold aria-hidden />,
      isOn: (editor) => editor.isActive('bold'),
      run: (editor) => editor.chain().focus().toggleBold().run(),
    },
    {
      label: 'Italic (Ctrl I)',
      icon: <Italic aria-hidden />,
      isOn: (editor) => editor.isActive('italic'),
      run: (editor) => editor.chain().focus().toggleItalic().run(),
    },
    {
      label: 'Code (Ctrl E)',
      icon: <Code aria-hidden />,
      isOn: (editor) => editor.isActive('code'),
      run: (editor) => editor.chain().focus().toggleCode().run(),
    },
  ],
  [
    {
      label: 'Heading',
      icon: <Heading2 aria-hidden />,
      isOn: (editor) => editor.isActive('heading', { level: 2 }),
      run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    },
    {
      label: 'Smaller heading',
      icon: <Heading3 aria-hidden />,
      isOn: (editor) => editor.isActive('heading', { level: 3 }),
      run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    },
    {
      label: 'List',
      icon: <List aria-hidden />,
      isOn: (editor) => editor.isActive('bulletList'),
      run: (editor) => editor.chain().focus().toggleBulletList().run(),
    },
    {
      label: 'Numbered list',
      icon: <ListOrdered aria-hidden />,
      isOn: (editor) => editor.isActive('orderedList'),
      run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    },
    {
      label: 'Quotation',
      icon: <TextQuote aria-hidden />,
      isOn: (editor) => editor.isActive('blockquote'),
      run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    },
  ],
  [
    {
      label: 'Undo (Ctrl Z)',
      icon: <Undo2 aria-hidden />,
      isPossible: (editor) => editor.can().undo(),
      run: (editor) => editor.chain().focus().undo().run(),
    },
    {
      label: 'Redo (Ctrl Shift Z)',
      icon: <Redo2 aria-hidden />,
      isPossible: (editor) => editor.can().redo(),
      run: (editor) => editor.chain().focus().redo().run(),
    },
  ],
];

interface RichTextToolbarProps {
  editor: Editor;
  isLinking: boolean;
  onLinking: (isLinking: boolean) => void;
  /** Takes chosen images; null where there are none to add. */
  onImages: ((files: readonly File[]) => void) | null;
}

/** One stop of the Tab key; the arrow keys move within. */
export function RichTextToolbar({ editor, isLinking, onLinking, onImages }: RichTextToolbarProps) {
  const states = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      groups.map((tools) =>
        tools.map((tool) => ({ isOn: tool.isOn?.(current), isPossible: tool.isPossible?.(current) ?? true })),
      ),
  });
  return (
    <Toolbar.Root aria-label="Formatting" className="flex flex-wrap items-center gap-px border-b px-1 py-0.5">
      {groups.map((tools, group) => (
        <span key={tools[0]?.label} className="contents">
          {group > 0 ? <Toolbar.Separator className="mx-0.5 h-4 border-l" /> : null}
          {tools.map((tool, index) => {
            const state = states[group]?.[index];
            return (
              <Toolbar.Button
                key={tool.label}
                aria-label={tool.label}
                title={tool.label}
                aria-pressed={state?.isOn}
                aria-disabled={!state?.isPossible}
                onClick={() => state?.isPossible && tool.run(editor)}
                className={cn(toolClass, state?.isOn && 'bg-accent/15 text-accent!')}
              >
                {tool.icon}
              </Toolbar.Button>
            );
          })}
          {group === 1 && onImages ? <RichTextImage editor={editor} onFiles={onImages} /> : null}
          {group === 0 ? <RichTextLink editor={editor} open={isLinking} onOpenChange={onLinking} /> : null}
        </span>
      ))}
    </Toolbar.Root>
  );
}
