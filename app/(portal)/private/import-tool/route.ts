/** The address of the import tool that people know. */
export const GET = (): Response => new Response(null, { status: 307, headers: { Location: '/import/tables' } });
