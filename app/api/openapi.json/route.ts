import { handleOpenApi } from '@/lib/server/openapi/serve';

/** The description of the REST API, for programs; people read /api-docs. */
export const GET = handleOpenApi;
