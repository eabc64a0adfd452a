import { amount, category, count, linked, string } from '../build';
import { PROCEDURES } from '../relations';
import { channelTags, electrodeGroups } from './channels';
import { UNITS } from '../units';

export const electrophysiology = category('Electrophysiology', [
  linked(
    'Electroencephalography',
    'Electroencephalography (EEG)',
    '1.1.0',
    { allowedProcedureTypes: PROCEDURES.electrodes },
    [
      string('fileName', 'File name'),
      string('format', 'Format'),
      string('type', 'Data-type', { default: 'int16' }),
      count('nChannels', 'Number of channels'),
      amount('sr', 'Sampling rate', 'Hz', UNITS.rate, { default: { value: 20000, unit: 'Hz' } }),
      count('nSamples', 'Number of samples'),
      amount('lsb', 'Least significant bit', 'µV', UNITS.resolution, { legacyUnit: 'µV/bit' }),
      electrodeGroups,
      channelTags,
    ],
  ),
  linked('Electroneurogram', 'Electroneurogram (ENG)', '1.1.0', { allowedProcedureTypes: PROCEDURES.electrodes }, [
    string('fileName', 'File name'),
    string('format', 'Format'),
    string('type', 'Data-type', { default: 'int16' }),
    count('nChannels', 'Number of channels'),
    amount('sr', 'Sampling rate', 'Hz', UNITS.rate, { default: { value: 20000, unit: 'Hz' } }),
    count('nSamples', 'Number of samples'),
    amount('lsb', 'Least significant bit', 'µV', UNITS.resolution, { legacyUnit: 'µV/bit' }),
    electrodeGroups,
    channelTags,
  ]),
  linked(
    'ExtracellularEphys',
    'Extracellular Electrophysiology',
    '1.1.0',
    { allowedProcedureTypes: PROCEDURES.electrodes },
    [
      string('fileName', 'File name'),
      string('format', 'Format'),
      string('type', 'Data-type', { default: 'int16' }),
      count('nChannels', 'Number of channels'),
      amount('sr', 'Sampling rate', 'Hz', UNITS.rate),
      count('nSamples', 'Number of samples'),
      amount('lsb', 'Least significant bit', 'µV', UNITS.resolution, { legacyUnit: 'µV/bit' }),
      electrodeGroups,
      channelTags,
    ],
  ),
  linked(
    'IntracellularEphys',
    'Intracellular Electrophysiology',
    '1.1.0',
    { allowedProcedureTypes: ['TetrodeWireElectrodeImplant', 'SingleWireElectrodeImplant'] },
    [
      string('fileName', 'File name'),
      string('format', 'Format'),
      string('type', 'Data-type', { default: 'int16' }),
      amount('sr', 'Sampling rate', 'Hz', UNITS.rate),
      count('nChannels', 'Number of channels'),
      count('nSamples', 'Number of samples'),
      amount('lsb', 'Least significant bit', 'µV', UNITS.resolution, { legacyUnit: 'µV/bit' }),
    ],
  ),
]);
