import { sessionTomlJsonSchema } from '@/lib/formats/session-toml/json-schema';

export const dynamic = 'force-static';

/** The JSON Schema of session.toml 1.0, for editors anywhere. Its id is relative: it is the address it is read from. */
export function GET(): Response {
  return new Response(`${JSON.stringify(sessionTomlJsonSchema(), null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/schema+json; charset=utf-8',
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'public, max-age=3600, stale-while-revalidate=86400',
    },
  });
}
