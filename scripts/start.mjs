import { run } from './lib/bootstrap.mjs';

await run('lib/start/main.ts');
