import { handleApi, type ApiPath } from '@/lib/server/api/handler';

/** The REST API of every model. */
async function handle(request: Request, { params }: { params: Promise<ApiPath> }): Promise<Response> {
  return handleApi(request, await params);
}

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
