import 'server-only';
import { isFamilyName, findType } from '@/lib/vocabularies/types';
import { addEntry, changeEntry, removeEntry } from '../operations/log-entries';
import type { Acting, Hooks } from './index';

type Change = typeof addEntry;

const through =
  (change: Change) =>
  async ({ tx, viewer, model, id, input, version }: Acting): Promise<void> => {
    await change(viewer, model, id, input, { tx, ...(version === undefined ? {} : { version }) });
  };

/** A log remembers who began it and by which version of its schema its entries are checked. */
export const logHooks: Hooks = {
  async beforeSave({ viewer, model, rows }) {
    for (const { values, current } of rows) {
      if (current) continue;
      if ('user' in model.fields && viewer.kind === 'user') values.user = viewer.id;
      if (isFamilyName(model.name))
        values.type_schema_version = findType(model.name, String(values.type))?.version ?? '';
    }
  },
  actions: {
    add_entry: (acting) => through(addEntry)(acting),
    change_entry: (acting) => through(changeEntry)(acting),
    remove_entry: (acting) => through(removeEntry)(acting),
  },
};
