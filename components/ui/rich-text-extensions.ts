import Placeholder from '@tiptap/extension-placeholder';
import { Extension, Mark, Node, type Editor, type Extensions } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { imageNode } from './rich-text-image-node';
import { uploadsPlugin } from './rich-text-uploads';

/**
 * What the editor can hold: everything that the server lets through (lib/server/rich-text.ts), so that opening and
 * saving a text loses nothing of it. Tables, sub- and superscript have no button; they come with pasted or imported text.
 */
export function richTextExtensions({
  placeholder,
  onLink,
  onImages,
}: {
  placeholder: string | undefined;
  onLink: () => void;
  /** Gets images that are pasted or dropped; without it none are taken. */
  onImages: ((editor: Editor, files: readonly File[], at: number | null) => void) | null;
}): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3, 4] },
      link: { openOnClick: false, defaultProtocol: 'https', HTMLAttributes: { target: null, rel: null } },
    }),
    ...(placeholder ? [Placeholder.configure({ placeholder })] : []),
    ...tableNodes,
    imageNode,
    scriptMark('subscript', 'sub'),
    scriptMark('superscript', 'sup'),
    ...(onImages ? [imageUploads(onImages)] : []),
    Extension.create({
      name: 'linkShortcut',
      addKeyboardShortcuts: () => ({
        'Mod-k': () => {
          onLink();
          return true;
        },
      }),
    }),
  ];
}

const imageUploads = (onImages: (editor: Editor, files: readonly File[], at: number | null) => void) =>
  Extension.create({
    name: 'imageUploads',
    addProseMirrorPlugins() {
      return [uploadsPlugin((files, at) => onImages(this.editor, files, at))];
    },
  });

function scriptMark(name: string, tag: string) {
  return Mark.create({
    name,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  });
}

const spanned = { colspan: { default: null }, rowspan: { default: null } };

const tableNodes = [
  Node.create({
    name: 'table',
    group: 'block',
    content: 'tableRow+',
    isolating: true,
    parseHTML: () => [{ tag: 'table' }],
    renderHTML: () => ['table', ['tbody', 0]],
  }),
  Node.create({
    name: 'tableRow',
    content: '(tableHeader | tableCell)*',
    parseHTML: () => [{ tag: 'tr' }],
    renderHTML: () => ['tr', 0],
  }),
  ...(['tableHeader', 'tableCell'] as const).map((name) => {
    const tag = name === 'tableHeader' ? 'th' : 'td';
    return Node.create({
      name,
      content: 'block+',
      isolating: true,
      addAttributes: () => spanned,
      parseHTML: () => [{ tag }],
      renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    });
  }),
];
