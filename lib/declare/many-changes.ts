import type { ChangedField } from './history';
import type { Field, Fields } from './model';

/** What can be done to one field of many records at once. */
export type FieldOperation = 'set' | 'add' | 'remove' | 'clear';
export type FieldStep = { readonly field: string; readonly operation: FieldOperation; readonly value?: unknown };

/** What is changed in many records: fields of their own, what their parts are about, or the lists of others that hold them. */
export type ManyChange =
  | {
      readonly steps: readonly FieldStep[];
      /** What they hold together with others goes to the new project too: the subjects of sessions. */
      readonly along?: boolean;
    }
  | {
      /** The field with the parts: the subjects of sessions. A part is made, or deleted, for each record that it is about. */
      readonly parts: string;
      readonly operation: 'add' | 'remove';
      readonly ids: readonly string[];
    }
  | {
      readonly list: { readonly model: string; readonly field: string };
      readonly operation: 'add' | 'remove';
      readonly ids: readonly string[];
    };

/** A field that can be changed in many records, and how. */
export type ChangeableField = {
  readonly name: string;
  readonly field: Field;
  readonly kind: 'tags' | 'link' | 'value';
  readonly operations: readonly FieldOperation[];
};

/** A list of another model that may hold the records: the sessions of a collection. */
export type HoldingList = {
  readonly model: string;
  readonly field: string;
  /** "Collections" */
  readonly label: string;
};

/** A field with parts that are about other records: the subjects of a session, each as it was then. */
export type PartsField = {
  readonly name: string;
  /** "Subjects" */
  readonly label: string;
  /** The model of the parts, by which field they belong to the record, by which they lead to what, of which model. */
  readonly of: string;
  readonly by: string;
  readonly leadsBy: string;
  readonly to: string;
};

/** Records with some names and how many there are of them. */
export type Counted = { readonly count: number; readonly titles: readonly string[] };

/** What becomes of the records of one kind. */
export type PlannedPart = {
  readonly model: string;
  readonly nouns: { readonly one: string; readonly many: string };
  readonly changed: number;
  /** Those that wait for a reviewer first. */
  readonly proposed: number;
  readonly unchanged: number;
  /** Those that can't be changed, by the reason. */
  readonly refused: readonly (Counted & { readonly reason: string })[];
  /** Who sees these records afterwards and did not before, and the other way round; null where nothing of that changes. */
  readonly sight: SightChange | null;
  /** The first of those that change, field by field. */
  readonly examples: readonly {
    readonly id: string;
    readonly title: string;
    readonly fields: readonly ChangedField[];
  }[];
  /** The declarations that those values are shown by. */
  readonly shownBy: Fields;
};

/** Somebody who comes to see records, or no longer does. `groups` are those through which; none where it is directly. */
export type SightOfPerson = {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly groups: readonly string[];
  readonly records: number;
};

/** Who sees records after a change and did not before, and the other way round. */
export type SightChange = {
  readonly gaining: readonly SightOfPerson[];
  readonly losing: readonly SightOfPerson[];
  /** How many records anyone can read then, through which projects; and how many no longer. */
  readonly becomesPublic: Counted;
  readonly endsPublic: Counted;
};

/** Records that would no longer keep the rules of what may be linked. */
export type Misfit = Counted & {
  readonly nouns: { readonly one: string; readonly many: string };
  /** What is wrong with the first of them, and what to do. */
  readonly message: string;
};

/** What a change of many records would do. The records that were asked for come first, then what goes along. */
export type ManyPlan = {
  /** The records asked for that the viewer sees, by their ids on the wire. */
  readonly ids: readonly string[];
  readonly parts: readonly PlannedPart[];
  readonly misfits: readonly Misfit[];
  /** Says whether what was looked at is still so when it is done. */
  readonly seal: string;
};

/** The records that a change has written, with the versions that it made: what brings them back. */
export type WrittenRecords = {
  readonly model: string;
  readonly versions: Readonly<Record<string, number>>;
  /** Those that it has made, and the deletions of those that it has taken away. */
  readonly made?: readonly string[];
  readonly deletions?: readonly string[];
};

/** What can be changed in many records of a model. */
export type ManyChangeChoices = {
  readonly fields: readonly ChangeableField[];
  readonly parts: readonly PartsField[];
  readonly lists: readonly HoldingList[];
  readonly moving: {
    readonly name: string;
    readonly field: Field;
    /** "project" */
    readonly to: string;
    /** A record can be in several of them. */
    readonly isList: boolean;
    /** What else can go to the new one: "subjects". */
    readonly along: string | null;
  } | null;
};

/** What a list offers to do with several records; `to` is where they can be moved: "project". */
export type ManyChangeTasks = {
  readonly tags: boolean;
  readonly links: boolean;
  readonly values: boolean;
  readonly to: string | null;
};
