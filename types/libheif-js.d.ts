/** libheif as WebAssembly. The package brings no types for what it exports. */
declare module 'libheif-js/wasm-bundle.js' {
  type Picture = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };
  interface HeifImage {
    is_primary(): boolean;
    get_width(): number;
    get_height(): number;
    /** Fills in the pixels, upright, as RGBA; null where that fails. */
    display(picture: Picture, done: (filled: Picture | null) => void): void;
  }
  const libheif: {
    readonly ready: Promise<unknown>;
    HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
  };
  export default libheif;
}
