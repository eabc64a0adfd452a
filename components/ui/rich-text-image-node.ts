import { Node } from '@tiptap/react';

/** An image of our file store, in the line of the text. Images from elsewhere are not taken: the server would drop them. */
export const imageNode = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: null },
    alt: { default: '' },
    // Known sizes keep the text from jumping when the image comes.
    width: { default: null },
    height: { default: null },
  }),
  parseHTML: () => [{ tag: 'img[src^="/files/"]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
});
