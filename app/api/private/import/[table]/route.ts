import { handleTableImport, handleTableTemplate } from '@/lib/server/api/import-table';

type Context = { params: Promise<{ table: string }> };

export const GET = async (request: Request, { params }: Context): Promise<Response> =>
  handleTableTemplate(request, (await params).table);

export const POST = async (request: Request, { params }: Context): Promise<Response> =>
  handleTableImport(request, (await params).table);
