import { dateTime, details, text } from '@/lib/declare/constructors';

/** The parts of a log's entry as fields, so that cells are read by their kinds. */
export const entryFields = {
  date_time: dateTime({ label: 'Time', help: 'For types of one moment.' }),
  start_date_time: dateTime({ label: 'Start', help: 'For types with a start and an end.' }),
  end_date_time: dateTime({ label: 'End', help: 'One hour after the start where nothing is said.' }),
  notes: text({ label: 'Notes of the entry', max: 500, multiline: true }),
  details: details({ label: 'Details of the entry', family: 'subjectlog', by: 'type', version: 'type_schema_version' }),
};
