import { handleUpload } from '@/lib/server/api/files';

export const POST = (request: Request): Promise<Response> => handleUpload(request);
