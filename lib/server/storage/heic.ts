import 'server-only';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** The pixels of an image, upright, as RGBA; null for more of them than are decoded. */
export type Decoded = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray | null };

/** The types of HEIC, as telephones write it. A series of pictures is none. */
export const heicTypes: readonly string[] = ['image/heic', 'image/heif'];

const megabytesMax = 256;

/**
 * Decodes HEIC, which `sharp` cannot: its HEVC is patented. In a thread of its own, for a photograph takes a second, and a damaged
 * one is stopped when the time is up.
 */
export function decodeHeic(bytes: Uint8Array, pixelsMax: number, seconds: number): Promise<Decoded> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(
      path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/server/storage/heic-worker.ts'),
      {
        workerData: { bytes, pixelsMax },
        // Node reads it itself: the loaders of this process are not for it.
        execArgv: ['--disable-warning=ExperimentalWarning'],
        resourceLimits: { maxOldGenerationSizeMb: megabytesMax },
        // It says in words what it can't read; whoever uploads hears it in ours.
        stdout: true,
        stderr: true,
      },
    );
    const timer = setTimeout(() => end(() => reject(new Error('The image took too long.'))), 1000 * seconds);
    function end(settle: () => void) {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    }
    worker.once('message', (decoded: Decoded) => end(() => resolve(decoded)));
    worker.once('error', (error) => end(() => reject(error)));
    worker.once('exit', () => end(() => reject(new Error('The decoder ended.'))));
  });
}
