import { handleDrafts } from '@/lib/server/api/drafts';

const handle = (request: Request): Promise<Response> => handleDrafts(request);
export { handle as DELETE, handle as GET, handle as POST };
