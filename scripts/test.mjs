import { run } from './lib/bootstrap.mjs';

await run('lib/test/main.ts');
