import { readFileSync } from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import sharp from 'sharp';

type Made = { format?: 'png' | 'jpeg' | 'webp' | 'gif'; width?: number; height?: number };

/** The bytes of an image, with structure enough to be seen. */
export async function makeImage({ format = 'png', width = 40, height = 30 }: Made = {}): Promise<Buffer> {
  const left = { create: { width: Math.ceil(width / 2), height, channels: 3, background: '#c33' } } as const;
  return sharp({ create: { width, height, channels: 3, background: '#39c' } })
    .composite([{ input: await sharp(left).png().toBuffer(), left: 0, top: 0 }])
    .toFormat(format)
    .toBuffer();
}

/** A photograph as a telephone takes it: lying on its side, with where and by what it was taken. */
export async function makePhoto(width = 60, height = 40): Promise<Buffer> {
  return sharp(await makeImage({ width, height }))
    .withExif({
      IFD0: { Make: 'Secret Telephones', ImageDescription: 'at home' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 42/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '9/1 8/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>secret place</rdf></x:xmpmeta>')
    .jpeg()
    .toBuffer();
}

/** A PNG that says it has so many pixels, in a few bytes. */
export async function makeBomb(side: number): Promise<Buffer> {
  return sharp({ create: { width: side, height: side, channels: 3, background: '#000' }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

const chunkOf = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.byteLength);
  sum.writeUInt32BE(zlib.crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A PNG that says it has these sides, and has next to nothing of them. */
export function claimPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([16, 6], 8); // 16 bits of each colour and of transparency
  const start = Buffer.from('89504e470d0a1a0a', 'hex');
  const pixels = zlib.deflateSync(Buffer.alloc(50_000)).subarray(0, 60);
  return Buffer.concat([start, chunkOf('IHDR', header), chunkOf('IDAT', pixels), chunkOf('IEND', Buffer.alloc(0))]);
}

/** A GIF of so many pictures, one pixel each. */
export function makeFrames(count: number): Buffer {
  const head = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255])]);
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([head, ...Array.from({ length: count }, () => frame), Buffer.from([0x3b])]);
}

export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

/** The photograph of `makePhoto` as HEIC: 64 by 48 pixels that are to be turned, with where and by what it was taken. */
export const heic = readFileSync(path.join(import.meta.dirname, 'fixtures/turned.heic'));
