import { serve } from '../scripts/lib/start/serve.ts';

// The product as `npm start` serves it.
await serve(Number(process.env.PORT), '127.0.0.1');
process.send?.('ready');
process.on('disconnect', () => process.exit());
