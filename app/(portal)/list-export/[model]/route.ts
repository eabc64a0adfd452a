import { modelAtPath } from '@/lib/models';
import { AppError } from '@/lib/errors';
import { readJson } from '@/lib/server/api/body';
import { respond } from '@/lib/server/api/respond';
import { streamTexts } from '@/lib/server/api/stream-texts';
import { getViewer } from '@/lib/server/auth/viewer';
import { exportFile, parseExportRequest } from '../../[model]/export-file';

type Context = { params: Promise<{ model: string }> };

/** What a list shows, as a file; not below the list, where pages of records would take its address for an id. A request with a body, since the chosen records may be many. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    const [viewer, model] = [await getViewer(), modelAtPath((await params).model)];
    if (!viewer) throw new AppError('not_signed_in');
    if (!model) throw new AppError('not_found');
    const { name, mediaType, batches } = exportFile(viewer, model, parseExportRequest(await readJson(request)));
    return new Response(await streamTexts(batches, (text) => text), {
      headers: {
        'Content-Type': mediaType,
        'Content-Disposition': `attachment; filename="${name}"`,
        'X-Accel-Buffering': 'no',
      },
    });
  });
}
