import 'server-only';
import type { Metadata, Sharp } from 'sharp';
import { AppError } from '@/lib/errors';
import { Line } from '../line';
import { decodeHeic, heicTypes } from './heic';

/** An image as it is stored, and a smaller picture of it where it is large. */
export type StoredImage = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly extension: string;
  readonly width: number;
  readonly height: number;
  readonly preview: Uint8Array | null;
};

export const previewType = 'image/webp';
/** Pixels that are decoded, of all frames together: a few kilobytes can claim to be gigabytes. */
const pixelsMax = 64_000_000;
/** Longest side that is decoded: a decoder holds whole lines of it, so that one line of all those pixels takes gigabytes. */
const sideTakenMax = 30_000;
/** Pictures of a moving image that are decoded: the smallest cost time, too. */
const framesMax = 2000;
/** Longest side that is kept. */
const sideMax = 4096;
const previewSide = 800;
const secondsMax = 30;
/** Images decoded at a time by one process: each may take some hundred megabytes. */
const atOnce = 2;

const refuse = (message: string, cause?: unknown) => new AppError('invalid', { message, cause });

const decoding = new Line(atOnce);

/**
 * Decodes an image and writes it anew, upright and no larger than needed: of what came along with the pixels (place, camera,
 * comments, colour profiles) nothing is left. `mediaType` is what the bytes were found to be. @throws AppError invalid for what is no image, or too large a one.
 */
export function remakeImage(bytes: Uint8Array, mediaType?: string): Promise<StoredImage> {
  return decoding.run(async () => {
    try {
      const { open, about } = await opened(bytes, heicTypes.includes(mediaType ?? ''));
      const isAnimated = (about.pages ?? 1) > 1;
      const upright = open(isAnimated)
        .autoOrient()
        .resize(sideMax, sideMax, { fit: 'inside', withoutEnlargement: true });
      const { data, info } = await encode(upright, about).toBuffer({ resolveWithObject: true });
      const height = info.pageHeight ?? info.height;
      const isLarge = Math.max(info.width, height) > previewSide || isAnimated;
      return {
        bytes: data,
        ...outputs[outputOf(about)],
        width: info.width,
        height,
        preview: isLarge ? await makePreview(open(false)) : null,
      };
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw refuse('The image can’t be read: it is damaged, or of a kind that is not known.', error);
    }
  });
}

type Opened = { readonly open: (animated: boolean) => Sharp; readonly about: Pick<Metadata, 'format' | 'pages'> };

/** The image as `sharp` opens it, each time anew. HEIC is decoded before, and goes on as a photograph. */
async function opened(bytes: Uint8Array, isHeic: boolean): Promise<Opened> {
  // A native module, loaded by those who upload.
  const { default: sharp } = await import('sharp');
  if (isHeic) {
    const { width, height, data } = await decodeHeic(bytes, pixelsMax, secondsMax);
    if (data === null) throw tooManyPixels(width * height);
    const raw = { width, height, channels: 4 } as const;
    return {
      open: () => sharp(data, { raw }).timeout({ seconds: secondsMax }).flatten({ background: '#fff' }),
      about: { format: 'jpeg' },
    };
  }
  const about = await sharp(bytes, { limitInputPixels: false }).metadata();
  const [height, pages] = [about.pageHeight ?? about.height, about.pages ?? 1];
  const pixels = about.width * height * pages;
  if (pixels > pixelsMax) throw tooManyPixels(pixels);
  if (Math.max(about.width, height) > sideTakenMax)
    throw refuse(`The image is ${about.width} by ${height} pixels; at most ${sideTakenMax} on a side are taken.`);
  if (pages > framesMax) throw refuse(`The image moves in ${pages} pictures; at most ${framesMax} are taken.`);
  const open = (animated: boolean) =>
    sharp(bytes, { animated, limitInputPixels: pixelsMax, failOn: 'error' }).timeout({ seconds: secondsMax });
  return { open, about };
}

const tooManyPixels = (pixels: number) =>
  refuse(`The image has ${millions(pixels)} million pixels; at most ${millions(pixelsMax)} are taken.`);

const millions = (pixels: number) => Math.ceil(pixels / 1_000_000);

const outputs = {
  png: { mediaType: 'image/png', extension: 'png' },
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg' },
  gif: { mediaType: 'image/gif', extension: 'gif' },
  webp: { mediaType: 'image/webp', extension: 'webp' },
} as const;

/** AVIF becomes WebP: writing it takes many times as long. HEIC becomes JPEG, which everything reads. */
function outputOf({ format }: Opened['about']): keyof typeof outputs {
  return format === 'png' || format === 'jpeg' || format === 'gif' ? format : 'webp';
}

function encode(image: Sharp, about: Opened['about']): Sharp {
  switch (outputOf(about)) {
    case 'png':
      return image.png();
    case 'jpeg':
      return image.jpeg({ quality: 88 });
    case 'gif':
      return image.gif();
    case 'webp':
      return image.webp({ quality: 88 });
  }
}

const makePreview = (image: Sharp): Promise<Uint8Array> =>
  image
    .autoOrient()
    .resize(previewSide, previewSide, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer();
