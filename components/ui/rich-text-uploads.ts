import type { Editor } from '@tiptap/react';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Upload, UploadedFile } from './upload';

/** Where images on their way will stand. They are no part of the text, so that no save can keep a half of one. */
const key = new PluginKey<DecorationSet>('imageUploads');

type Change =
  | { readonly add: { readonly at: number; readonly place: object; readonly element: HTMLElement } }
  | { readonly remove: object };

const isOf = (place: object) => (spec: { place?: object }) => spec.place === place;

/** Shows the places of images that are being sent, which move with the text around them; hears images that are pasted or dropped. */
export const uploadsPlugin = (onFiles: (files: readonly File[], at: number | null) => void) =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const set = before.map(transaction.mapping, transaction.doc);
        const change = transaction.getMeta(key) as Change | undefined; // set below only
        if (!change) return set;
        if ('remove' in change) return set.remove(set.find(undefined, undefined, isOf(change.remove)));
        const { at, place, element } = change.add;
        return set.add(transaction.doc, [Decoration.widget(at, element, { place })]);
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handlePaste: (_, event) => take(event.clipboardData, (files) => onFiles(files, null)),
      handleDrop(view, event) {
        return take(event.dataTransfer, (files) =>
          onFiles(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null),
        );
      },
    },
  });

/** Browsers that don’t show HEIC know no type for it either. */
const isImage = ({ type, name }: File): boolean => type.startsWith('image/') || /\.hei[cf]$/i.test(name);

/** Passes on images; whether there were any. Text that brings a picture of itself along (from a word processor) stays text. */
function take(data: DataTransfer | null, onImages: (files: readonly File[]) => void): boolean {
  const images = [...(data?.files ?? [])].filter(isImage);
  if (!data || images.length === 0 || data.getData('text/plain').trim() !== '') return false;
  onImages(images);
  return true;
}

/** Sends an image and puts it where its place is by then. @throws Error that says why not. */
export async function uploadImage(editor: Editor, file: File, at: number, upload: Upload): Promise<void> {
  const place = {};
  const shown = placeholder(file);
  const change = (value: Change) => editor.view.dispatch(editor.state.tr.setMeta(key, value));
  change({ add: { at, place, element: shown.element } });
  try {
    const stored = await upload(file, shown.progress);
    if (!editor.isDestroyed) insert(editor.view, place, stored, file);
  } finally {
    shown.end();
    if (!editor.isDestroyed) change({ remove: place });
  }
}

function insert(view: EditorView, place: object, { id, width, height }: UploadedFile, file: File): void {
  const [found] = key.getState(view.state)?.find(undefined, undefined, isOf(place)) ?? [];
  const image = view.state.schema.nodes.image;
  // Gone where the text around it was deleted meanwhile.
  if (!found || !image) return;
  view.dispatch(
    view.state.tr.insert(found.from, image.create({ src: `/files/${id}`, alt: altOf(file), width, height })),
  );
}

/** What a file is called, where somebody has named it. */
function altOf({ name }: File): string {
  const stem = name.replace(/\.[^.]*$/, '');
  return /^(image|img|screenshot|unnamed|clipboard)?[\d\s_()-]*$/i.test(stem) ? '' : stem;
}

function placeholder(file: File) {
  const source = URL.createObjectURL(file);
  const element = document.createElement('span');
  element.className = 'rich-text-upload';
  const image = element.appendChild(document.createElement('img'));
  Object.assign(image, { src: source, alt: '' });
  const bar = element.appendChild(document.createElement('progress'));
  bar.max = 1;
  bar.ariaLabel = `Uploading ${file.name || 'image'}`;
  return {
    element,
    progress: (done: number) => void (bar.value = done),
    end: () => URL.revokeObjectURL(source),
  };
}
