import 'server-only';
import { pollDevice, startDevice } from '../auth/device';
import { clientAddress, requestOrigin } from '../auth/request-origin';
import { readOptionalJson } from './body';
import { jsonText, respond } from './respond';

const keyOf = (body: unknown, key: string): unknown =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)[key]
    : undefined;

/** `POST /api/auth/device/`: a program begins (CONTRACT section 2). The body may be missing or `{}`. */
export const handleDeviceStart = (request: Request): Promise<Response> =>
  respond(request, async () => {
    const body = await readOptionalJson(request);
    const asked = { clientName: keyOf(body, 'client_name'), address: clientAddress(request.headers) };
    return jsonText(JSON.stringify(await startDevice(asked, requestOrigin(request.headers))));
  });

/** `POST /api/auth/device/token/`: a program asks for its answer. Always 200, whatever the body. */
export const handleDevicePoll = (request: Request): Promise<Response> =>
  respond(request, async () => {
    const body = await readOptionalJson(request).catch(() => null);
    return jsonText(JSON.stringify(await pollDevice(keyOf(body, 'device_code'))));
  });
