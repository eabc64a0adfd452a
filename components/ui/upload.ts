/** A file as the server has stored it. */
export type UploadedFile = {
  readonly id: string;
  /** What a field takes as its value. */
  readonly address: string;
  readonly name: string;
  readonly width: number | null;
  readonly height: number | null;
};

/** Sends a file; `onProgress` hears the part that has gone, from 0 to 1. Rejects with an Error that people can read. */
export type Upload = (file: File, onProgress: (done: number) => void, signal?: AbortSignal) => Promise<UploadedFile>;

/** What a chooser offers; the server decides by the bytes. */
export const imageTypes = 'image/png,image/jpeg,image/webp,image/gif,image/avif,image/heic,image/heif,.heic,.heif';
export const documentTypes = `.pdf,.docx,.xlsx,.pptx,.odt,.csv,.md,.txt,${imageTypes}`;
