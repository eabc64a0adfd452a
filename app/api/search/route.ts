import { handleSearch } from '@/lib/server/api/search';

/** The search of the portal; in production it is answered in front of Next. */
export const GET = handleSearch;
