import 'server-only';
import { isInverse } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import { catalogueOf } from '@/lib/models/approval';
import { needsApproval } from '../access';
import { requestOrigin } from '../auth/request-origin';
import type { Executor } from '../db/sql';
import { sendMailLater, type Mail } from '../mail';
import { actText } from '../operations/act';
import { createText } from '../operations/create';
import { getText } from '../operations/get';
import { listText } from '../operations/list';
import { latestProposal } from '../operations/propose';
import { removeRecord } from '../operations/remove';
import { restoreRecords } from '../operations/restore';
import { undoableDeletion } from '../queries/own-deletion';
import { updateText } from '../operations/update';
import { readOptionalJson } from './body';
import { bulk } from './bulk';
import { etagOf, isKnown, listBody, noticesOn, singleBody, versionFrom } from './envelope';
import { exportList } from './export';
import type { Call } from './handler';
import { once } from './idempotency';
import { readInput } from './input';
import { parseListQuery, parseShape } from './list-query';
import { fromMatlab } from './matlab';
import { neuroconvRoute } from './neuroconv';
import { empty, jsonText } from './respond';
import { importRoute, sessionTomlRoute } from './session-toml';

/** What the routes are answered by, by the names that they use. */
export const answers: Readonly<Record<string, (call: Call) => Promise<Response>>> = {
  list,
  create,
  get,
  update,
  remove,
  restore,
  related,
  act,
  bulk,
  export: exportList,
  importSessions: importRoute,
  sessionToml: (call) => sessionTomlRoute(call, call.id),
  neuroconv: (call) => neuroconvRoute(call, call.id),
};

async function list({ request, parameters, viewer, model }: Call): Promise<Response> {
  const query = parseListQuery(model, parameters);
  return jsonText(listBody(request, viewer, model, query, await listText(viewer, model, query)));
}

/** `project/{id}/sessions/`: the same as the list of sessions filtered by that project. */
async function related({ request, parameters, viewer, model, id, of }: Call): Promise<Response> {
  const field = model.fields[of];
  if (!field || !isInverse(field)) throw new AppError('not_found');
  await getText(viewer, model, id, { exclude: Object.keys(model.fields) });
  const child = modelNamed(field.of);
  const query = parseListQuery(child, parameters);
  const own = { ...query, filters: [...query.filters, { path: [field.by], operator: 'exact' as const, values: [id] }] };
  return jsonText(listBody(request, viewer, child, own, await listText(viewer, child, own)));
}

async function get({ request, parameters, viewer, model, id }: Call): Promise<Response> {
  const shape = parseShape(model, parameters);
  const record = await getText(viewer, model, id, shape);
  const { ETag: etag } = etagOf(record);
  // What is included has versions of its own.
  if (etag && !shape.include?.length && isKnown(request, etag))
    return new Response(null, { status: 304, headers: { ETag: etag } });
  return jsonText(
    singleBody(request, model.wire.singular, record, { model, include: shape.include ?? [] }),
    200,
    etagOf(record),
  );
}

async function create(call: Call): Promise<Response> {
  const { viewer, model } = call;
  const { input, print } = await readInput(call);
  return once(call, print, async (tx) => {
    const record = await createText(viewer, model, input, tx ? { tx } : {});
    return written(call, 201, record, noticesOn(model, input), tx);
  });
}

async function update(call: Call): Promise<Response> {
  const { request, viewer, model, id } = call;
  const version = versionFrom(request);
  const { input } = await readInput(call);
  const isWhole = request.method === 'PUT';
  const mails = new Map<string, Mail>();
  const record = await updateText(viewer, model, id, isWhole ? await fromMatlab(viewer, model, id, input) : input, {
    mode: isWhole ? 'replace' : 'update',
    invite: { origin: requestOrigin(request.headers), mails },
    ...(version === undefined ? {} : { version }),
  });
  for (const mail of mails.values()) sendMailLater(mail);
  return written(call, 200, record, noticesOn(model, input));
}

/** A record that was written, with its version; what waits for a reviewer comes as its approval (CONTRACT section 10). */
async function written(
  { request, viewer, model }: Call,
  status: number,
  record: string,
  notices: readonly string[],
  on?: Executor,
): Promise<Response> {
  const answersRecord = model.access.by === 'catalogue' && model.access.answer === 'record';
  if (needsApproval(viewer, model) && !answersRecord) {
    const proposal = await latestProposal(viewer, model, String((JSON.parse(record) as { id: string }).id), on); // every record has an id
    const approval = proposal && modelNamed(`${model.name}approval`);
    if (approval && catalogueOf(approval)) {
      const text = await getText(viewer, approval, proposal, {}, on);
      return jsonText(singleBody(request, approval.wire.singular, text, { notices }), status, etagOf(text));
    }
  }
  return jsonText(singleBody(request, model.wire.singular, record, { notices }), status, etagOf(record));
}

async function remove({ request, viewer, model, id }: Call): Promise<Response> {
  const version = versionFrom(request);
  const { deletion } = await removeRecord(viewer, model, id, version === undefined ? {} : { version });
  return empty(deletion === '' ? {} : { 'X-Deletion': deletion });
}

async function restore({ request, viewer, model, id }: Call): Promise<Response> {
  const undoable = await undoableDeletion(viewer, model, id);
  if (!undoable) throw new AppError('not_found');
  await restoreRecords(viewer, undoable.deletion);
  const record = await getText(viewer, model, id);
  return jsonText(singleBody(request, model.wire.singular, record), 200, etagOf(record));
}

async function act({ request, viewer, model, id, of }: Call): Promise<Response> {
  // A page elsewhere can make a browser send a GET with its cookies; nobody can make it send a token.
  if (request.method === 'GET' && viewer.kind === 'user' && viewer.via === 'cookie')
    throw new AppError('forbidden', { message: 'Send a token with GET, or use POST.' });
  const version = versionFrom(request);
  const input = request.method === 'GET' ? {} : await readOptionalJson(request);
  const record = await actText(viewer, model, id, of, input, version === undefined ? {} : { version });
  return jsonText(singleBody(request, model.wire.singular, record), 200, etagOf(record));
}
