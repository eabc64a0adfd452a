import { defineTable, entry, lookUp, value } from './table';

export const subjectLogs = defineTable({
  name: 'subject-logs',
  model: 'subjectlog',
  help: 'One entry of a log in each row; rows with the same subject and type are entries of one log.',
  same: { key: ['subject', 'type'] },
  columns: {
    subject__name: lookUp('subject', { example: 'M101' }),
    subject_log__type: value('type', { example: 'Weighing' }),
    subject_log__description: value('description'),
    subject_log__entry_datetime: entry('date_time', { example: '2026-03-14 09:00' }),
    subject_log__entry_start_datetime: entry('start_date_time'),
    subject_log__entry_end_datetime: entry('end_date_time'),
    subject_log__entry_notes: entry('notes', { example: 'Before the session' }),
    subject_log__entry_data: entry('details', { example: '{"weight": {"value": 24.3, "unit": "g"}}' }),
  },
});
