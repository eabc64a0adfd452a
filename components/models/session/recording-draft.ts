import { listOf, objectOf, textOf } from '@/components/fields/read-value';
import type { Field } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import type { PortalRecording } from '@/lib/formats/session-toml/portal';
import { fileOrders } from '@/lib/vocabularies/file-orders';

type Values = Readonly<Record<string, unknown>>;

/** The recording files that a form holds, as the format's checks read them. Rows without what is required are left to the form. */
export function recordingOf(values: Values): PortalRecording {
  const rows = (name: string) => listOf(values[name]).map(objectOf);
  return {
    bpod_path: textOf(values.bpod_path),
    bpod_order: textOf(values.bpod_order) || null,
    bpod_continuous_time: values.bpod_continuous_time !== false,
    trial_types: rows('trial_types').flatMap(({ description, trial_type, sync_signal, sync_ttl }) =>
      typeof trial_type === 'number'
        ? [
            {
              description: textOf(description),
              trial_type,
              sync_signal: textOf(sync_signal),
              sync_ttl: textOf(sync_ttl),
            },
          ]
        : [],
    ),
    ttls: rows('ttls').map(({ id, description, paths }) => ({
      id: textOf(id),
      description: textOf(description),
      paths: textOf(paths),
    })),
    cameras: rows('cameras').map(({ id, description, paths, order, ttl_id }) => ({
      id: textOf(id),
      description: textOf(description),
      paths: textOf(paths),
      order: textOf(order),
      ttl_id: textOf(ttl_id),
    })),
  };
}

/** Offers the ids of the TTLs typed so far wherever a TTL is named, and the known orders of files. */
export function withTtlChoices(fields: ModelView['fields'], values: Values): ModelView['fields'] {
  const ids = [...new Set(listOf(values.ttls).map((row) => textOf(objectOf(row).id)))].filter(Boolean);
  const choices = ids.map((id) => ({ code: id, label: id }));
  const order = textOf(values.bpod_order);
  const isKnownOrder = order === '' || fileOrders.some(({ code }) => code === order);
  return {
    ...fields,
    trial_types: withChoices(fields.trial_types, 'sync_ttl', choices),
    cameras: withChoices(fields.cameras, 'ttl_id', choices),
    // An imported file may have an order of its own; then it stays a text.
    ...(fields.bpod_order && isKnownOrder
      ? {
          bpod_order: {
            ...fields.bpod_order,
            kind: 'choice',
            choices: fileOrders,
            help: 'In which order the files are read.',
          } as Field,
        }
      : {}), // a choice declared here
  };
}

function withChoices(
  field: Field | undefined,
  column: string,
  choices: readonly { code: string; label: string }[],
): Field {
  if (!field || !('columns' in field)) throw new Error('Recording files have rows.');
  const columns = objectOf(field.columns);
  return {
    ...field,
    columns: { ...columns, [column]: { ...objectOf(columns[column]), choices, open: true } },
  } as Field; // the declared rows with choices more
}
