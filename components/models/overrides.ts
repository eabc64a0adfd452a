import type { ComponentType } from 'react';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import type { Showing, ShowProps } from '../fields/field-parts';
import type { RecordFormProps } from '../form/record-form';
import { AccessAside } from './access/access-aside';
import { CoordinateSystemShow } from './procedure/coordinate-system-show';
import { tomlHref } from './session/toml-href';
import { SubtypesShow } from './protocol/subtypes-show';

/** What a hand-made part of a record's page gets. `rights` are those of the viewer, decided by the server. */
export type DetailPartProps = {
  view: ModelView;
  record: AnyRecord;
  rights: Readonly<Record<'update' | 'delete' | 'manage' | 'own', boolean>>;
  showing: Showing;
};

/**
 * Hand-made parts in place of derived ones. An override changes looks, never rules: every form sends to the same operation.
 * Lists and pages of records are all made with this file, on the server: what only forms need is in own-inputs.ts, so that no
 * other page sends it. A whole page is overridden by a real folder under app/.
 */
export type ModelOverrides = {
  /** In place of the derived form. */
  readonly Form?: ComponentType<RecordFormProps>;
  /** In place of the described fields of the record's page. */
  readonly Detail?: ComponentType<DetailPartProps>;
  /** Above the described fields: what matters most about the record. */
  readonly Summary?: ComponentType<DetailPartProps>;
  /** At the side: who can see it, what one may do with it. */
  readonly Aside?: ComponentType<DetailPartProps>;
  /** Beside "New" above the list: other ways to records of this kind. */
  readonly listLinks?: readonly { readonly label: string; readonly href: string }[];
  /** Files that a record can be had as. */
  readonly files?: (id: string) => readonly { readonly label: string; readonly href: string }[];
  /** How single fields are shown, on pages and in lists. */
  readonly shows?: Readonly<Record<string, ComponentType<ShowProps>>>;
  /** Fields that say again what others show. */
  readonly hidden?: readonly string[];
  /** Beside "Add" of a list of what points at the record: another way to such records. */
  readonly addLinks?: Readonly<Record<string, (id: string) => { readonly label: string; readonly href: string }>>;
  /** Links that the record is about: tables below it, in their order, in place of names in a line. */
  readonly tables?: readonly string[];
  /** Whether a list of what points at the record has a sense; all have where nothing is said. */
  readonly hasList?: (record: AnyRecord, name: string) => boolean;
};

const overrides: Readonly<Record<string, ModelOverrides>> = {
  project: { Aside: AccessAside },
  setup: { Aside: AccessAside },
  behavioralassay: { Aside: AccessAside },
  datastorage: { Aside: AccessAside },
  session: {
    listLinks: [{ label: 'Import', href: '/import' }],
    files: (id) => [{ label: 'session.toml', href: tomlHref(id) }],
  },
  subject: { listLinks: [{ label: 'Daily round', href: '/log-round' }] },
  subjectlog: { listLinks: [{ label: 'Daily round', href: '/log-round' }] },
  breeding: { addLinks: { offspring: (id) => ({ label: 'Add pups', href: `/breedings/${id}/pups` }) } },
  procedure: { shows: { coordinates_system: CoordinateSystemShow } },
  inventory: { Aside: AccessAside },
  license: { Aside: AccessAside },
  protocol: {
    Aside: AccessAside,
    shows: { subtypes: SubtypesShow },
    hidden: ['subtype_display'],
    hasList: ({ protocol_type: kind }, name) => (name === 'subjectlogs') === (kind === 'subject_log'),
  },
  collection: { tables: ['sessions'] },
  cohort: { tables: ['subjects'] },
};

/** The hand-made parts of a model; none for most. */
export const overridesOf = (model: string): ModelOverrides => overrides[model] ?? {};
