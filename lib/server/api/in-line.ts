import 'server-only';
import { Lines } from '../line';
import type { Viewer } from '../viewer';

/** Requests with files of one person that are worked on at a time by one process: each is several times in memory. */
const atOnce = 2;
const lines = new Lines(atOnce);

/** Reads and answers a request with files; those that a person sends meanwhile wait unread. */
export const inLine = <T>(viewer: Viewer, work: Parameters<typeof lines.run<T>>[1]): Promise<T> =>
  lines.run(viewer.kind === 'user' ? viewer.id : '', work);
