// Next writes next-env.d.ts when it builds; these two lines let `tsc` run on a clone that was never built.
/// <reference types="next" />
/// <reference types="next/image-types/global" />

declare module '*.css';
