import { handleTables } from '@/lib/server/api/import-table';

export const GET = (request: Request): Promise<Response> => handleTables(request);
