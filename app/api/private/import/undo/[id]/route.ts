import { handleTableUndo } from '@/lib/server/api/import-table';

type Context = { params: Promise<{ id: string }> };

export const POST = async (request: Request, { params }: Context): Promise<Response> =>
  handleTableUndo(request, (await params).id);
