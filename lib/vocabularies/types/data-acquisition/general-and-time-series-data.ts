import { amount, category, count, linked, string } from '../build';
import { PROCEDURES } from '../relations';
import { channelTags, electrodeGroups } from './channels';
import { UNITS } from '../units';

export const generalAndTimeSeriesData = category('General and Time-Series Data', [
  linked('GeneralTimeSeries', 'General time-series', '1.1.0', { allowedProcedureTypes: PROCEDURES.electrodesOrFiber }, [
    string('fileName', 'File name'),
    string('format', 'Format'),
    string('type', 'Data-type', { default: 'int16' }),
    count('nChannels', 'Number of channels'),
    amount('sr', 'Sampling rate', 'Hz', UNITS.rate),
    count('nSamples', 'Number of samples'),
    amount('lsb', 'Least significant bit', 'µV', UNITS.resolution, { legacyUnit: 'µV/bit' }),
    electrodeGroups,
    channelTags,
  ]),
]);
