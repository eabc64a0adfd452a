import 'server-only';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { AppError } from '@/lib/errors';
import { isKey, type FileStore } from './store';

export type S3Settings = {
  readonly bucket: string;
  readonly region: string;
  /** Of another provider than AWS. */
  readonly endpoint?: string | undefined;
  /** `endpoint/bucket/key`, which every server understands, in place of `bucket.endpoint/key`. */
  readonly isPathStyle: boolean;
  /** Without them the usual places are asked (environment, profile, role of the machine). */
  readonly keyId?: string | undefined;
  readonly secret?: string | undefined;
};

/** Files in a bucket of S3 or of a server that speaks its protocol. @throws AppError unavailable when it does not answer. */
export function s3Store(settings: S3Settings): FileStore {
  const at = (key: string) => {
    if (!isKey(key)) throw new Error('This is no key of a file.');
    return { Bucket: settings.bucket, Key: key };
  };
  // The client is large, and most instances need none of it.
  const sdk = import('@aws-sdk/client-s3');
  const opened = sdk.then(({ S3Client }) => new S3Client(configOf(settings)));
  return {
    async put(key, bytes, mediaType) {
      const [client, { PutObjectCommand }] = await Promise.all([opened, sdk]);
      await answered(client.send(new PutObjectCommand({ ...at(key), Body: bytes, ContentType: mediaType })));
    },
    async get(key, range) {
      const [client, { GetObjectCommand }] = await Promise.all([opened, sdk]);
      const part = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
      const found = await orNull(client.send(new GetObjectCommand({ ...at(key), ...part })));
      return found?.Body?.transformToWebStream() ?? null;
    },
    async delete(key) {
      const [client, { DeleteObjectCommand }] = await Promise.all([opened, sdk]);
      await answered(client.send(new DeleteObjectCommand(at(key))));
    },
    async exists(key) {
      const [client, { HeadObjectCommand }] = await Promise.all([opened, sdk]);
      return (await orNull(client.send(new HeadObjectCommand(at(key))))) !== null;
    },
  };
}

const configOf = ({ region, endpoint, isPathStyle, keyId, secret }: S3Settings): S3ClientConfig => ({
  region,
  forcePathStyle: isPathStyle,
  // Servers of other makers do not know the newer checksums.
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
  ...(endpoint ? { endpoint } : {}),
  ...(keyId && secret ? { credentials: { accessKeyId: keyId, secretAccessKey: secret } } : {}),
});

const unavailable = (cause: unknown) =>
  new AppError('unavailable', { message: 'The file store does not answer; try again in a moment.', cause });

const answered = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw unavailable(error);
  });

/** Null in place of what is not there. */
const orNull = <T>(work: Promise<T>): Promise<T | null> =>
  work.catch((error: unknown) => {
    if (error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name)) return null;
    throw unavailable(error);
  });
