import { run } from './lib/bootstrap.mjs';

await run('lib/bench/main.ts');
