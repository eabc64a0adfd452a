import { family, instant, numbers, quantity } from './build';
import { UNITS } from './units';

export const procedureLogTypes = family('procedurelog', 'procedure log type', [
  instant('Impedances', 'Impedances log', '1.0.1', [
    numbers('impedances', 'Impedances', 'number', { required: true, minItems: 1 }),
    numbers('phases', 'Phases', 'number'),
    numbers('channels', 'List of channels', 'number'),
  ]),
  instant('LinearDisplacement', 'Linear displacement log', '1.1.0', [
    quantity('displacement', 'Displacement', 'µm', UNITS.travel, { required: true }),
  ]),
  instant('Tetrodes4', 'Tetrode log (4 tetrodes)', '1.1.0', [
    quantity('tetrode_1', 'Tetrode #1', 'µm', UNITS.travel),
    quantity('tetrode_2', 'Tetrode #2', 'µm', UNITS.travel),
    quantity('tetrode_3', 'Tetrode #3', 'µm', UNITS.travel),
    quantity('tetrode_4', 'Tetrode #4', 'µm', UNITS.travel),
  ]),
  instant('Tetrodes8', 'Tetrode log (8 tetrodes)', '1.1.0', [
    quantity('tetrode_1', 'Tetrode #1', 'µm', UNITS.travel),
    quantity('tetrode_2', 'Tetrode #2', 'µm', UNITS.travel),
    quantity('tetrode_3', 'Tetrode #3', 'µm', UNITS.travel),
    quantity('tetrode_4', 'Tetrode #4', 'µm', UNITS.travel),
    quantity('tetrode_5', 'Tetrode #5', 'µm', UNITS.travel),
    quantity('tetrode_6', 'Tetrode #6', 'µm', UNITS.travel),
    quantity('tetrode_7', 'Tetrode #7', 'µm', UNITS.travel),
    quantity('tetrode_8', 'Tetrode #8', 'µm', UNITS.travel),
  ]),
]);
