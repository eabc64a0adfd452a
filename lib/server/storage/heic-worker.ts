// A thread of its own (heic.ts), which Node runs as it stands: nothing of the server may be imported here.
import { parentPort, workerData } from 'node:worker_threads';
import libheif from 'libheif-js/wasm-bundle.js';

const { bytes, pixelsMax } = workerData as { bytes: Uint8Array; pixelsMax: number };

await libheif.ready;
const images = new libheif.HeifDecoder().decode(bytes);
const image = images.find((one) => one.is_primary()) ?? images[0];
if (!image) throw new Error('No image is in the file.');
const [width, height] = [image.get_width(), image.get_height()];
if (width * height > pixelsMax) parentPort?.postMessage({ width, height, data: null });
else
  image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (filled) => {
    if (!filled) throw new Error('The image is damaged.');
    parentPort?.postMessage({ width, height, data: filled.data }, [filled.data.buffer as ArrayBuffer]);
  });
