import { defineTable, facet, lookUp, value } from './table';

export const procedures = defineTable({
  name: 'procedures',
  model: 'procedure',
  help: 'One procedure in each row, on a subject that exists.',
  same: { within: ['subject', 'type'], always: ['date_time'] },
  columns: {
    subject__name: lookUp('subject', { example: 'M101' }),
    procedure__type: value('type', { example: 'SiliconProbeImplant' }),
    procedure__notes: value('notes'),
    procedure__date_time: value('date_time', { example: '2026-03-02 10:00' }),
    procedure__atlas: facet('brainregion', 'atlas', {
      example: 'AIA',
      help: 'Narrows the brain regions to one atlas.',
    }),
    procedure__brain_region: lookUp('brain_region', { by: ['name'], within: 'procedure__atlas' }),
    procedure__brain_region_acronym: lookUp('brain_region', {
      by: ['acronym'],
      within: 'procedure__atlas',
      insteadOf: 'procedure__brain_region',
      help: 'The acronym of the region; counts where no region is named.',
    }),
    procedure__coordinates: value('coordinates_system', {
      example: 'Stereotaxic_BregmaAbsolute',
      fallback: { rule: 'coordinates-of-the-type' },
    }),
    procedure__coordinates_data: value('coordinates_details', {
      example: '{"apCoordinate": {"value": -1.7, "unit": "mm"}, "mlCoordinate": {"value": 2.1, "unit": "mm"}}',
    }),
    procedure__consumablestock: lookUp('consumablestock'),
    procedure__equipment: lookUp('equipment'),
    procedure__details: value('details', { fallback: { rule: 'details-of-the-type' } }),
  },
});
