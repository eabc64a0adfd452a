import { amount, category, count, frames, integer, linked, string, typed } from '../build';
import { PROCEDURES } from '../relations';
import { UNITS } from '../units';

export const audioAndBehaviorTracking = category('Audio and Behavior Tracking', [
  linked('Audio', 'Audio', '1.1.0', { allowedProcedureTypes: PROCEDURES.electrodes }, [
    string('fileName', 'File name'),
    string('format', 'Format'),
    string('compression', 'Compression'),
    count('bitDepth', 'Bit depth', { default: 8 }),
    string('codec', 'Codec'),
    integer('nChannels', 'Number of channels', { min: 1, default: 2 }),
    amount('sr', 'Sampling rate', 'Hz', UNITS.rate),
    count('nSamples', 'Number of samples'),
  ]),
  linked('BehavioralTracking', 'Behavioral Tracking', '1.1.0', { allowedProcedureTypes: PROCEDURES.electrodes }, [
    string('fileName', 'File name'),
    string('format', 'Format'),
    string('compression', 'Compression'),
    amount('frameRate', 'Frame rate', 'Hz', UNITS.rate),
    frames(),
    count('verticalResolution', 'Vertical resolution'),
    count('horizontalResolution', 'Horizontal resolution'),
  ]),
  typed('VideoTracking', 'Video Tracking', '1.1.0', [
    string('fileName', 'File name'),
    string('format', 'Format'),
    string('compression', 'Compression'),
    amount('frameRate', 'Frame rate', 'Hz', UNITS.rate),
    frames(),
    count('verticalResolution', 'Vertical resolution'),
    count('horizontalResolution', 'Horizontal resolution'),
  ]),
]);
