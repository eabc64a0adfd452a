import { handleImportStream } from '@/lib/server/api/import-stream';

export const POST = (request: Request): Promise<Response> => handleImportStream(request);
