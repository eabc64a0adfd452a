import 'server-only';

/** What the wire offers for every model beside records and lists. The document and its pages describe only these. */
export const features = {
  /** `POST {model}/bulk/`: a list of records in one transaction, with a report by row. */
  bulk: false,
  /** `GET {model}/export/`: the filtered list as NDJSON, in one stream. */
  export: false,
  /** `cursor=` on lists, carried by `next`. */
  cursor: false,
  /** `Idempotency-Key` on POST. */
  idempotencyKey: false,
  /** The actions that models declare. */
  actions: false,
  /** Signing in a program by a browser: `auth/device/`. */
  deviceFlow: false,
} as const satisfies Record<string, boolean>;
