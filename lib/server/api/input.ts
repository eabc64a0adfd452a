import 'server-only';
import { createHash } from 'node:crypto';
import { kindOf } from '@/lib/declare/kinds';
import type { Model } from '@/lib/declare/model';
import { invalid } from '@/lib/errors';
import { bytesMax, uploadFile } from '../operations/upload-file';
import { readJson } from './body';
import { isForm, withForm, type Form } from './form';
import type { Call } from './handler';

/** What a request wants written, and what it is known by when it comes again. */
export type Input = { readonly input: unknown; readonly print: unknown };

/**
 * The fields of a record, as JSON or, with files, as a form: each part is a field; a part that comes several times is a
 * list. Files are stored for the record that the address names, or for a new one.
 */
export async function readInput({ request, viewer, model, id }: Call): Promise<Input> {
  if (!isForm(request)) {
    const input = await readJson(request);
    return { input, print: input };
  }
  return withForm(request, viewer, bytesMax('document'), async (form) => {
    const input: Record<string, unknown> = textValues(model, form);
    for (const [name, [file, ...more]] of form.files) {
      if (more.length > 0) throw invalid(name, 'file-count', 'One file is taken.');
      if (file) input[name] = (await uploadFile(viewer, { model, field: name, record: id || null }, file)).address;
    }
    return { input, print: printOf(form) };
  });
}

/** Texts as cells of a table are read; an empty one is nothing. */
function textValues(model: Model, { texts }: Form): Record<string, unknown> {
  return Object.fromEntries(
    Array.from(texts, ([name, values]) => {
      const field = Object.hasOwn(model.fields, name) ? model.fields[name] : undefined;
      const [only = '', ...more] = values;
      if (more.length > 0) return [name, values];
      return [name, only === '' ? null : field ? kindOf(field).fromCell(only, field) : only];
    }),
  );
}

const printOf = ({ texts, files }: Form) => [
  ...texts,
  ...Array.from(files, ([name, all]) => [
    name,
    all.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')),
  ]),
];
