import { handleValidate } from '@/lib/server/api/validate';

/** Checks a session.toml for anyone. */
export const POST = (request: Request): Promise<Response> => handleValidate(request);
