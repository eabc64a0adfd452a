import { config } from 'zod/v4/core';

// Zod would try to compile its schemas, which the Content-Security-Policy refuses and the browser then reports.
config({ jitless: true });
