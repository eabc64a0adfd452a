import { handlePresence } from '@/lib/server/api/drafts';

export const POST = (request: Request): Promise<Response> => handlePresence(request);
