import 'server-only';
import { createHash } from 'node:crypto';
import { fileAddress } from '@/lib/declare/files';
import type { FileUse } from '@/lib/declare/kinds/kind';
import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { AppError, invalid } from '@/lib/errors';
import { allowed, mayCreate, needsApproval } from '../access';
import { queryOne, sql } from '../db/sql';
import { getEnv } from '../env';
import { newId } from '../id';
import { readableRows } from '../queries/record';
import { insertStoredFile, waitingBytes } from '../queries/stored-file';
import { fileName } from '../storage/file-name';
import { previewType, remakeImage, type StoredImage } from '../storage/image';
import { sniff } from '../storage/sniff';
import { getStore } from '../storage/current';
import { previewKey } from '../storage/store';
import type { UserViewer, Viewer } from '../viewer';
import { misfit, filesTakenBy } from './file-field';
import { idIs } from './get';
import { refuseUnlessAsked } from './list';

export type UploadTarget = {
  readonly model: Model;
  /** The field that it is for. */
  readonly field: string;
  /** The record that is being changed; null for a new one. */
  readonly record: string | number | null;
};

export type Uploaded = {
  readonly id: string;
  /** What a field takes as its value. */
  readonly address: string;
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
};

const megabyte = 1_000_000;
/** Most bytes that a person's uploads may have before they are saved with records. */
const waitingMax = 500 * megabyte;

/** Most bytes of a file for a use. */
export const bytesMax = (use: FileUse): number =>
  megabyte * (use === 'image' ? getEnv().IMAGE_MB_MAX : Math.max(getEnv().DOCUMENT_MB_MAX, getEnv().IMAGE_MB_MAX));

/**
 * Stores a file for a field of a record that the viewer may change. Until a record is saved with it, only they can read it.
 * @throws AppError not_found, forbidden, invalid (no file field; not of a type that is stored), too_large.
 */
export async function uploadFile(
  viewer: Viewer,
  { model, field, record }: UploadTarget,
  given: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Uploaded> {
  if (viewer.kind !== 'user') throw new AppError('not_signed_in');
  const use = await requireTarget(viewer, model, field, record);
  const { bytes, name } = given;
  const found = await sniff(bytes, name);
  if (!found)
    throw invalid(
      field,
      'file-type',
      'This type of file is not stored. Expected PNG, JPEG, WebP, GIF, AVIF or HEIC' +
        (use === 'image' ? '.' : ', PDF, Word, Excel, PowerPoint, OpenDocument or plain text.'),
    );
  const wrong = misfit(use, found.mediaType);
  if (wrong) throw invalid(field, 'file-type', wrong);
  const max = megabyte * (found.isImage ? getEnv().IMAGE_MB_MAX : getEnv().DOCUMENT_MB_MAX);
  if (bytes.byteLength > max) throw tooLarge(max);
  if ((await waitingBytes(viewer.id)) + bytes.byteLength > waitingMax)
    throw new AppError('too_large', { message: 'Save the records of your earlier uploads first: too many wait.' });
  const made: StoredImage | null = found.isImage ? await remakeImage(bytes, found.mediaType) : null;
  return keep(viewer, {
    name: fileName(name, made?.extension ?? found.extension),
    mediaType: made?.mediaType ?? found.mediaType,
    bytes: made?.bytes ?? bytes,
    image: made,
  });
}

/** What is said of a file of more than `max` bytes. */
export const tooLarge = (max: number): AppError =>
  new AppError('too_large', { message: `The file is too large: at most ${Math.round(max / megabyte)} MB are taken.` });

async function requireTarget(
  viewer: UserViewer,
  model: Model,
  name: string,
  record: UploadTarget['record'],
): Promise<FileUse> {
  refuseUnlessAsked(viewer, model);
  const field = Object.hasOwn(model.fields, name) ? model.fields[name] : undefined;
  const use = field && !field.readOnly && filesTakenBy(field);
  if (!use) throw invalid('field', 'unknown-field', 'There is no field of that name that takes files.');
  const may =
    record === null
      ? mayCreate(viewer, model)
      : await queryOne<{ may: boolean }>(
          sql`SELECT ${allowed(viewer, model, 't', 'update')} AS may FROM ${sql.table(tableOf(model))} t WHERE ${idIs(model, 't', record)} AND ${readableRows(viewer, model, 't')}`,
        ).then((row) => {
          if (!row) throw new AppError('not_found');
          return row.may || needsApproval(viewer, model);
        });
  if (!may) throw new AppError('forbidden');
  return use;
}

type Kept = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly image: StoredImage | null;
};

async function keep(viewer: UserViewer, { name, mediaType, bytes, image }: Kept): Promise<Uploaded> {
  const id = newId();
  const store = getStore();
  const about = {
    id,
    name,
    media_type: mediaType,
    bytes: bytes.byteLength,
    width: image?.width ?? null,
    height: image?.height ?? null,
  };
  const keys = [id, ...(image?.preview ? [previewKey(id)] : [])];
  try {
    await store.put(id, bytes, mediaType);
    if (image?.preview) await store.put(previewKey(id), image.preview, previewType);
    await insertStoredFile({
      ...about,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      preview: Boolean(image?.preview),
      created_by: viewer.id,
    });
  } catch (error) {
    // What nobody knows of would stay for ever.
    await Promise.allSettled(keys.map((key) => store.delete(key)));
    throw error;
  }
  return { ...about, address: fileAddress(id, name) };
}
