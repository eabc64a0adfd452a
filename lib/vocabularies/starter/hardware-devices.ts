import { starterId } from './starter-id';
import { supplierId } from './suppliers';

export const hardwareDevicesSource = 'Product pages and data sheets of the makers.';

const listed: Record<string, [name: string, description: string][]> = {
  'Open Ephys': [
    ['Open Ephys Acquisition Board', 'Open-source interface for Intan headstages, with four headstage ports.'],
    ['UCLA Miniscope V4', 'Open-source head-mounted one-photon fluorescence microscope.'],
  ],
  'Intan Technologies': [
    [
      'Intan RHD USB Interface Board',
      'RHD2000 evaluation system: up to 256 amplifier channels over four headstage ports.',
    ],
    ['Intan RHD 512-Channel Recording Controller', 'Up to 512 amplifier channels of RHD headstages.'],
    ['Intan RHD 1024-Channel Recording Controller', 'Up to 1024 amplifier channels of RHD headstages.'],
    ['Intan RHD2132 32-Channel Headstage', '32 amplifier channels, digitized at 16 bits on the headstage.'],
    ['Intan RHD2164 64-Channel Headstage', '64 amplifier channels, digitized at 16 bits on the headstage.'],
    [
      'Intan RHS 128-Channel Stimulation/Recording Controller',
      'Recording and constant-current stimulation on up to 128 channels.',
    ],
  ],
  imec: [['Neuropixels PXIe Acquisition Module', 'Base station for up to four Neuropixels headstages.']],
  SpikeGadgets: [['SpikeGadgets Main Control Unit', 'Recording of tethered headstages and loggers with Trodes.']],
  Neuralynx: [['Digital Lynx SX', 'Modular recording system for electrophysiology.']],
  'Blackrock Neurotech': [['CerePlex Direct', 'Recording system for digital headstages.']],
  Plexon: [['OmniPlex', 'Recording system for electrophysiology.']],
  'Tucker-Davis Technologies': [
    ['RZ2 BioAmp Processor', 'Processor for recordings with many channels.'],
    ['RZ10X Processor', 'Fiber photometry with built-in light sources and photosensors.'],
  ],
  'Molecular Devices': [
    ['MultiClamp 700B', 'Patch-clamp amplifier for current and voltage clamp with two headstages.'],
    ['Axopatch 200B', 'Patch-clamp amplifier for single channels and whole cells.'],
    ['Digidata 1550B', 'Low-noise digitizer for patch clamp.'],
  ],
  'A-M Systems': [
    ['Model 1800 Microelectrode AC Amplifier', 'Two-channel extracellular amplifier.'],
    ['Model 2100 Isolated Pulse Stimulator', 'Stimulator with isolated output.'],
  ],
  'NI (National Instruments)': [
    ['PXIe-6341', '16 analog inputs, 500 kS/s, 16 bits; often beside Neuropixels.'],
    ['USB-6343', '32 analog inputs, 500 kS/s, 16 bits.'],
  ],
  Sanworks: [
    ['Bpod State Machine r2', 'Open-source controller of behavioral tasks.'],
    ['Pulse Pal v2', 'Open-source pulse train generator with four outputs.'],
  ],
  Neurophotometrics: [['FP3002', 'Fiber photometry with 415, 470 and 560 nm.']],
  Thorlabs: [
    ['M470F3 Fiber-Coupled LED', 'LED of 470 nm with SMA connector.'],
    ['LEDD1B LED Driver', 'Driver for one LED, up to 1.2 A.'],
  ],
  Coherent: [['Chameleon Ultra II', 'Tunable titanium-sapphire laser, 680 to 1080 nm.']],
  'Hamamatsu Photonics': [['ORCA-Flash4.0 V3', 'Scientific CMOS camera, 2048 x 2048 pixels of 6.5 µm.']],
  Basler: [['acA1300-200um', 'Monochrome USB 3 camera, 1280 x 1024 pixels, up to 203 frames per second.']],
  'David Kopf Instruments': [['Model 940 Small Animal Stereotaxic', 'Stereotaxic frame with digital display.']],
  'Drummond Scientific': [['Nanoject III', 'Programmable injector of nanoliters.']],
};

/** Devices that many rigs are built of. */
export const starterHardwareDevices = Object.entries(listed).flatMap(([supplier, devices]) =>
  devices.map(([name, description]) => ({
    id: starterId('hardwaredevice', name),
    name,
    supplier: supplierId(supplier),
    description,
  })),
);
