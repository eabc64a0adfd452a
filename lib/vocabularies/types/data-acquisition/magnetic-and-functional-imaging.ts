import { amount, category, count, frames, quantity, string, typed } from '../build';
import { UNITS } from '../units';

export const magneticAndFunctionalImaging = category('Magnetic and Functional Imaging', [
  typed('FunctionalMagneticResonanceImaging', 'Functional Magnetic Resonance Imaging (fMRI)', '1.1.0', [
    string('fileName', 'File name'),
    string('format', 'Format'),
    string('compression', 'Compression'),
    amount('frameRate', 'Frame rate', 'Hz', UNITS.rate),
    frames(),
    count('verticalResolution', 'Vertical resolution'),
    count('horizontalResolution', 'Horizontal resolution'),
    amount('laserPower', 'Laser power', 'mW', UNITS.power),
    amount('imagingDepth', 'Imaging depth', 'µm', UNITS.length),
  ]),
  typed('MagneticResonanceImaging', 'Magnetic Resonance Imaging (MRI)', '1.1.0', [
    string('fileName', 'File name'),
    string('format', 'Format'),
    string('compression', 'Compression'),
    amount('frameRate', 'Frame rate', 'Hz', UNITS.samplingFrequency),
    frames(),
    count('verticalResolution', 'Vertical resolution'),
    count('horizontalResolution', 'Horizontal resolution'),
    amount('imagingDepth', 'Imaging depth', 'mm', UNITS.length, { legacyUnit: 'µm' }),
    quantity('magneticFieldStrength', 'Magnetic field strength', 'T', 'T | mT | µT'),
  ]),
  typed('Magnetoencephalography', 'Magnetoencephalography (MEG)', '1.1.0', [
    string('fileName', 'File name'),
    string('format', 'Format'),
    string('compression', 'Compression'),
    amount('frameRate', 'Frame rate', 'Hz', UNITS.rate),
    frames(),
    count('verticalResolution', 'Vertical resolution'),
    count('horizontalResolution', 'Horizontal resolution'),
    amount('laserPower', 'Laser power', 'mW', UNITS.power),
    amount('imagingDepth', 'Imaging depth', 'µm', UNITS.length),
  ]),
]);
