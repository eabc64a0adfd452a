import { run } from './lib/bootstrap.mjs';

await run('lib/admin/main.ts');
