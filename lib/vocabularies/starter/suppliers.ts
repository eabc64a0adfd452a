import { starterId } from './starter-id';

export const suppliersSource =
  'Names and websites as the suppliers use them themselves; descriptions are general knowledge.';

const listed: [name: string, website: string, description: string][] = [
  ['The Jackson Laboratory', 'https://www.jax.org', 'Mouse strains and lines.'],
  ['Charles River Laboratories', 'https://www.criver.com', 'Mice, rats and other research animals.'],
  ['Janvier Labs', 'https://janvier-labs.com', 'Mice and rats.'],
  ['Taconic Biosciences', 'https://www.taconic.com', 'Mice and rats.'],
  ['Addgene', 'https://www.addgene.org', 'Repository of plasmids and viral preparations.'],
  ['Cambridge NeuroTech', 'https://www.cambridgeneurotech.com', 'Silicon probes, microdrives and amplifiers.'],
  ['NeuroNexus', 'https://www.neuronexus.com', 'Silicon probes and recording systems.'],
  ['imec', 'https://www.neuropixels.org', 'Neuropixels probes and their recording hardware.'],
  ['Thorlabs', 'https://www.thorlabs.com', 'Optics, light sources, optic fibers and microscopes.'],
  ['Doric Lenses', 'https://www.doriclenses.com', 'Optic fibers, fiber photometry and optogenetics.'],
  ['Prizmatix', 'https://www.prizmatix.com', 'Light sources for optogenetics.'],
  ['Neurophotometrics', 'https://neurophotometrics.com', 'Fiber photometry.'],
  ['Coherent', 'https://www.coherent.com', 'Lasers.'],
  ['Hamamatsu Photonics', 'https://www.hamamatsu.com', 'Cameras and detectors of light.'],
  ['Basler', 'https://www.baslerweb.com', 'Cameras.'],
  ['Bruker', 'https://www.bruker.com', 'Two-photon microscopes, miniscopes and scanners.'],
  ['Scientifica', 'https://www.scientifica.uk.com', 'Patch-clamp rigs and two-photon microscopes.'],
  ['Sutter Instrument', 'https://www.sutter.com', 'Micromanipulators, pipette pullers and amplifiers.'],
  ['Intan Technologies', 'https://intantech.com', 'Amplifier chips, headstages and recording controllers.'],
  ['Open Ephys', 'https://open-ephys.org', 'Open-source tools for electrophysiology.'],
  ['SpikeGadgets', 'https://spikegadgets.com', 'Recording systems for freely moving animals.'],
  ['Blackrock Neurotech', 'https://blackrockneurotech.com', 'Electrode arrays and recording systems.'],
  ['Neuralynx', 'https://neuralynx.com', 'Recording systems, tetrodes and microdrives.'],
  ['Plexon', 'https://plexon.com', 'Recording systems and electrodes.'],
  ['Tucker-Davis Technologies', 'https://www.tdt.com', 'Recording, stimulation, sound and fiber photometry.'],
  ['Molecular Devices', 'https://www.moleculardevices.com', 'Patch-clamp amplifiers and digitizers.'],
  ['A-M Systems', 'https://www.a-msystems.com', 'Amplifiers, stimulators, electrodes and wires.'],
  ['World Precision Instruments', 'https://www.wpiinc.com', 'Instruments and materials for surgery and physiology.'],
  ['Multi Channel Systems', 'https://www.multichannelsystems.com', 'Microelectrode arrays and amplifiers.'],
  ['NI (National Instruments)', 'https://www.ni.com', 'Data acquisition hardware.'],
  ['Sanworks', 'https://sanworks.io', 'Open-source hardware for behavior: Bpod, Pulse Pal.'],
  ['David Kopf Instruments', 'https://kopfinstruments.com', 'Stereotaxic frames and micropositioners.'],
  ['Drummond Scientific', 'https://www.drummondsci.com', 'Injectors and glass capillaries.'],
  ['Noldus Information Technology', 'https://www.noldus.com', 'Tracking and observation of behavior.'],
  ['Tocris Bioscience', 'https://www.tocris.com', 'Drugs and ligands for research.'],
  ['Sigma-Aldrich', 'https://www.sigmaaldrich.com', 'Chemicals and reagents.'],
  ['Parkell', 'https://www.parkell.com', 'Dental adhesives and cements.'],
];

/** The id of a starter supplier. @throws RangeError for a name that is not listed. */
export function supplierId(name: string): string {
  if (!listed.some(([known]) => known === name)) throw new RangeError(`No starter supplier is called “${name}”.`);
  return starterId('supplier', name);
}

/** Breeders, makers of devices and repositories that most laboratories order from. */
export const starterSuppliers = listed.map(([name, website, description]) => ({
  id: starterId('supplier', name),
  name,
  website,
  description,
}));
