import {
  boolean,
  computed,
  grantees,
  grants,
  keyValues,
  number,
  richText,
  rows,
  tags,
  text,
} from '@/lib/declare/constructors';
import { levels } from '@/lib/declare/levels';
import type { ActionSpec } from '@/lib/declare/model';
import { downloadRepositories } from '@/lib/vocabularies/choices';

/** Fields that several models share word for word. */
export const description = (options: { max?: number } = {}) => richText({ label: 'Description', ...options });

export const plainDescription = (max: number) => text({ label: 'Description', max, multiline: true });

export const notes = () => text({ label: 'Notes', max: 500, multiline: true });

export const extraFields = () =>
  keyValues({ label: 'Extra fields', help: 'Your own keys with texts or numbers. A key starts with a letter.' });

export const tagList = () =>
  tags({ label: 'Tags', help: 'Words shared by all records; type and press Enter.', filter: true });

export const nameInStorage = () =>
  text({ label: 'Name in storage', max: 200, help: 'Folder name on the storage, where it differs from the name.' });

export const order = () =>
  number({ label: 'Order', unit: null, integer: true, min: 0, help: 'Place in the session, from 0.' });

/** Access lists of a project or of a personal attribute. */
export const accessLists = {
  users: grants({ label: 'Users', to: 'user', levels }),
  groups: grants({ label: 'Groups', to: 'group', levels }),
};

/** What every personal attribute has: groups chosen at creation, its access lists and its own public flag. */
export const personalAttribute = {
  authgroups: grantees({
    label: 'Shared with groups',
    help: 'These groups may use and edit it; fine-tune the levels later.',
  }),
  is_public: boolean({
    label: 'Public',
    default: false,
    help: 'Anyone may see it, signed in or not. Only owners may change this.',
  }),
  ...accessLists,
};

/** The identifier of a resource, and its page. */
export const rridFields = {
  rrid: text({ label: 'RRID', pattern: 'rrid', max: 100, listed: true }),
  rrid_url: computed({
    label: 'RRID address',
    compute: 'rrid_url',
    json: { type: ['string', 'null'], format: 'uri' },
  }),
};

const entryKeys = {
  date_time: 'When it was, by which an entry is known; `start_date_time` and `end_date_time` where a type has both.',
  notes: 'At most 500 characters.',
  details: 'Chosen by the type of the log.',
  performed_by: 'The id of the user who did it.',
};
/** How the entries of a log change; each answers the whole log (CONTRACT section 6). */
export const logActions: Readonly<Record<string, ActionSpec>> = {
  add_entry: { methods: ['PATCH', 'POST'], summary: 'Adds an entry.', body: entryKeys },
  change_entry: {
    methods: ['PATCH', 'POST'],
    summary: 'Changes the keys that are sent of the entry with that time.',
    body: { ...entryKeys, new_date_time: 'Another time for it.' },
  },
  remove_entry: {
    methods: ['PATCH', 'POST'],
    summary: 'Removes the entry with that time.',
    body: { date_time: entryKeys.date_time },
  },
};

/** What the two sides of an invitation or a request may do to it. */
export const invitationActions: Readonly<Record<string, ActionSpec>> = {
  accept: { methods: ['GET', 'POST', 'PATCH'], summary: 'Accepts it.' },
  reject: { methods: ['GET', 'POST', 'PATCH'], summary: 'Turns it down.' },
  cancel: { methods: ['GET', 'POST', 'PATCH'], summary: 'Takes it back.' },
};

/** Identifiers in public databases. */
export const externalIdentifiers = () =>
  rows({
    label: 'External identifiers',
    columns: {
      source: {
        label: 'Source',
        type: 'text',
        required: true,
        max: 50,
        open: true,
        choices: ['NCBI', 'JAX', 'DOI', 'Ensembl', 'EMMA'].map((code) => ({ code, label: code })),
      },
      identifier: { label: 'Identifier', type: 'text', required: true, max: 200 },
      url: { label: 'Address', type: 'url', max: 500 },
    },
  });

export const comments = () =>
  text({
    label: 'Comments for the reviewer',
    multiline: true,
    max: 2000,
    hideEmpty: true,
    help: 'Why it should be added or changed; seen by you and the reviewers.',
  });

/** Where the data are published. */
export const downloadLinks = () =>
  rows({
    label: 'Download links',
    columns: {
      repository: { label: 'Repository', type: 'text', required: true, choices: downloadRepositories },
      url: { label: 'Address', type: 'url', required: true, max: 500 },
    },
  });
