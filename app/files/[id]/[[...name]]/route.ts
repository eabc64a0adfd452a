import { handleFile } from '@/lib/server/api/files';

/** A stored file. The name behind its id is for people. */
async function read(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handleFile(request, (await params).id);
}

export { read as GET, read as HEAD };
