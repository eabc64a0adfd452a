import { boolean, defineModel, keyValues, reference, rows, text, via } from '@/lib/declare/constructors';
import { fileOrders } from '@/lib/vocabularies/file-orders';

const id = { label: 'Id', type: 'text', required: true, max: 100, unique: true } as const;
const explanation = { label: 'Description', type: 'text' } as const;
const paths = {
  label: 'Files',
  type: 'text',
  required: true,
  max: 500,
  help: 'A pattern relative to the session’s folder, such as Video/top/*.avi.',
} as const;

export const recordingfiles = defineModel({
  name: 'recordingfiles',
  wire: { singular: 'recording_files', plural: 'recording_files' },
  app: 'stem',
  path: 'recording-files',
  label: 'Recording files',
  labelPlural: 'Recording files',
  help: 'Which files the rig wrote: what session.toml tells the pipeline.',
  icon: 'film',
  nav: null,
  access: via('session'),
  title: 'bpod_path',
  search: ['bpod_path'],
  sort: 'created_at',
  unique: [['session']],
  rules: ['recording-files-are-sound'],
  layout: [
    { title: 'Bpod', fields: ['session', 'bpod_path', 'bpod_order', 'bpod_continuous_time', 'trial_types'] },
    { title: 'TTLs', fields: ['ttls'] },
    { title: 'Cameras', fields: ['cameras'] },
  ],
  fields: {
    session: reference({ label: 'Session', to: 'session', onDelete: 'cascade', required: true, fixed: true }),
    bpod_path: text({
      label: 'Bpod files',
      max: 500,
      help: 'A pattern relative to the session’s folder, such as Bpod/*.mat; empty for none.',
    }),
    bpod_order: text({
      label: 'Order of the Bpod files',
      max: 100,
      help: `One of ${fileOrders.map(({ code }) => code).join(', ')}.`,
    }),
    bpod_continuous_time: boolean({
      label: 'Continuous time',
      default: true,
      help: 'Only in the pipeline’s own profile of session.toml.',
    }),
    trial_types: rows({
      label: 'Trial types',
      columns: {
        description: explanation,
        trial_type: { label: 'Trial type', type: 'integer', required: true, min: 0, unique: true },
        sync_signal: { label: 'Sync signal', type: 'text' },
        sync_ttl: { label: 'Sync TTL', type: 'text', required: true, help: 'The id of one of the TTLs.' },
      },
    }),
    ttls: rows({ label: 'TTLs', columns: { id, description: explanation, paths } }),
    cameras: rows({
      label: 'Cameras',
      columns: {
        id,
        description: explanation,
        paths,
        order: { label: 'Order', type: 'text', choices: fileOrders, open: true, initial: 'name_asc' },
        ttl_id: { label: 'TTL', type: 'text', required: true, help: 'The id of the TTL that counts its frames.' },
      },
    }),
    as_written: keyValues({
      label: 'As written',
      internal: true,
      help: 'The texts of [session] as an imported file had them, so that exporting gives them back unchanged.',
    }),
  },
});
