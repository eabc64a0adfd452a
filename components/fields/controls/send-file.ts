import type { UploadedFile } from '../../ui/upload';

type Place = { readonly model?: string; readonly record?: string | null; readonly field: string };

const offline = 'The file could not be sent: the server did not answer. Try again.';

/** Uploads a file for a field. By XMLHttpRequest, for fetch does not tell how far it is. */
export function sendFile(
  { model = '', record, field }: Place,
  file: File,
  onProgress: (done: number) => void,
  signal?: AbortSignal,
): Promise<UploadedFile> {
  const body = new FormData();
  for (const [key, value] of Object.entries({ model, field, record: record ?? '' })) body.append(key, value);
  body.append('file', file, file.name || 'image');
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/files');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Error(offline));
    request.onabort = () => reject(new DOMException('Taken back.', 'AbortError'));
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status === 201)
        resolve((answer as { file: UploadedFile }).file); // the answer of our own server
      else reject(new Error(messageOf(answer, request.status)));
    };
    signal?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

/** The first message of a refusal, whatever field it is about. */
function messageOf(answer: unknown, status: number): string {
  if (status === 401) return 'You are signed out. Sign in on another tab, then try again.';
  if (typeof answer !== 'object' || answer === null) return offline;
  const messages = 'detail' in answer ? [answer.detail] : Object.values(answer).flat();
  const message = messages.find((one) => typeof one === 'string');
  return typeof message === 'string' ? message : offline;
}
