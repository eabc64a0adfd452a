import { run } from './lib/bootstrap.mjs';

await run('../bench/main.ts');
