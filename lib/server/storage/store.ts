import 'server-only';

/** Bytes from `start` to `end`, both included. */
export type ByteRange = { readonly start: number; readonly end: number };

/** Where the bytes of files are kept. A key is a UUID, or one with `.preview`; what is under a key never changes. */
export type FileStore = {
  /** All of it or nothing; again under the same key is no harm. */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** Null where there is nothing under the key. */
  get(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null>;
  /** Nothing happens where there is nothing. */
  delete(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
};

/** The key of an image's smaller picture. */
export const previewKey = (contentId: string): string => `${contentId}.preview`;

/** Whether a text can be a key: nothing else reaches a path or a bucket. */
export const isKey = (key: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.preview)?$/.test(key);
