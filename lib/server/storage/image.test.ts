import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { claimPng, heic, makeBomb, makeFrames, makeImage, makePhoto, svg } from '@/test/images';
import { decodeHeic } from './heic';
import { remakeImage } from './image';
import { sniff } from './sniff';

describe('an image that is stored', () => {
  it('says nothing of place, camera or author, and stands upright', async () => {
    const photo = await makePhoto(60, 40);
    const before = await sharp(photo).metadata();
    expect([before.orientation, before.exif !== undefined, before.xmp !== undefined]).toEqual([6, true, true]);
    expect(photo.includes('Secret Telephones')).toBe(true);

    const made = await remakeImage(photo);
    const after = await sharp(made.bytes).metadata();
    expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation]).toEqual(Array(5).fill(undefined));
    for (const word of ['Secret Telephones', 'at home', 'secret place', 'Exif', 'GPS'])
      expect(Buffer.from(made.bytes).includes(word), word).toBe(false);
    expect([made.mediaType, made.width, made.height]).toEqual(['image/jpeg', 40, 60]);
    const { data } = await sharp(made.bytes).raw().toBuffer({ resolveWithObject: true });
    // The left half, red, is on top now.
    expect([(data[0] ?? 0) > 150, (data.at(-3) ?? 255) < 100]).toEqual([true, true]);
  });

  it('is decoded from HEIC, upright, and keeps nothing of where it was taken', async () => {
    expect(heic.includes('Secret Telephones')).toBe(true);
    expect(await sniff(heic, 'IMG_0042.HEIC')).toEqual({ mediaType: 'image/heic', extension: 'heic', isImage: true });
    const made = await remakeImage(heic, 'image/heic');
    expect([made.mediaType, made.extension, made.width, made.height]).toEqual(['image/jpeg', 'jpg', 48, 64]);
    const { exif, xmp, icc } = await sharp(made.bytes).metadata();
    expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined]);
    expect(Buffer.from(made.bytes).includes('Secret')).toBe(false);
    const { data } = await sharp(made.bytes).raw().toBuffer({ resolveWithObject: true });
    // The left half, red, is on top in the hand of whoever took it.
    expect([(data[0] ?? 0) > 150, (data.at(-3) ?? 255) < 100]).toEqual([true, true]);
  });

  it('is refused when its HEIC is damaged, or has more pixels than are decoded', async () => {
    await expect(remakeImage(heic.subarray(0, 900), 'image/heic')).rejects.toMatchObject({ code: 'invalid' });
    await expect(remakeImage(Buffer.from('no image'), 'image/heic')).rejects.toMatchObject({ code: 'invalid' });
    expect(await decodeHeic(heic, 1000, 30)).toEqual({ width: 48, height: 64, data: null });
  });

  it.each([
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['gif', 'image/gif'],
  ] as const)('stays %s', async (format, mediaType) => {
    const made = await remakeImage(await makeImage({ format }));
    expect([made.mediaType, made.width, made.height, made.preview]).toEqual([mediaType, 40, 30, null]);
  });

  it('becomes WebP from AVIF', async () =>
    expect(
      await remakeImage(
        await sharp(await makeImage())
          .avif()
          .toBuffer(),
      ),
    ).toMatchObject({
      mediaType: 'image/webp',
      extension: 'webp',
    }));

  it('keeps its movement, and has a still picture', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0', '#00f'].map((background) =>
        sharp({ create: { width: 20, height: 10, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const made = await remakeImage(
      await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer(),
    );
    expect((await sharp(made.bytes, { animated: true }).metadata()).pages).toBe(3);
    expect([made.width, made.height]).toEqual([20, 10]);
    expect((await sharp(made.preview ?? new Uint8Array()).metadata()).pages ?? 1).toBe(1);
  });

  it('is no longer than 4096 pixels, its preview no longer than 800', async () => {
    const made = await remakeImage(await makeImage({ format: 'jpeg', width: 5000, height: 100 }));
    expect([made.width, made.height]).toEqual([4096, 82]);
    expect(await sharp(made.preview ?? new Uint8Array()).metadata()).toMatchObject({ format: 'webp', width: 800 });
  });

  it('is refused with more pixels than can be decoded', async () => {
    const bomb = await makeBomb(9000);
    expect(bomb.byteLength).toBeLessThan(500_000);
    await expect(remakeImage(bomb)).rejects.toThrow('The image has 81 million pixels; at most 64 are taken.');
  });

  it('is refused with a side so long that one line of it takes gigabytes', async () => {
    for (const [width, height] of [
      [60_000_000, 1],
      [1, 60_000_000],
    ] as const) {
      const claim = claimPng(width, height);
      expect(claim.byteLength).toBeLessThan(200);
      await expect(remakeImage(claim)).rejects.toThrow(
        `The image is ${width} by ${height} pixels; at most 30000 on a side are taken.`,
      );
    }
  });

  it('is refused with more pictures than can be decoded in time', async () => {
    expect(await remakeImage(makeFrames(2000))).toMatchObject({ mediaType: 'image/gif', width: 1, height: 1 });
    await expect(remakeImage(makeFrames(2001))).rejects.toThrow(
      'The image moves in 2001 pictures; at most 2000 are taken.',
    );
  });

  it.each([
    ['cut off', async () => (await makeImage({ width: 300, height: 300 })).subarray(0, 200)],
    ['no image', () => Promise.resolve(Buffer.from('hello'))],
  ])('is refused when it is %s', async (_, make) =>
    expect(remakeImage(await make())).rejects.toThrow('The image can’t be read'),
  );

  it('is never drawn from SVG by way of the upload', async () => {
    const { sniff } = await import('./sniff');
    expect(await sniff(svg, 'drawing.png')).toBeNull();
  });
});
