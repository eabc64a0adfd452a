import { expect, test } from 'vitest';
import { typeChoices, type FamilyName } from '@/lib/vocabularies/types';
import { matching } from '../ui/use-options';
import { toOptions } from './choice-options';

test.each<[FamilyName, string, readonly string[]]>([
  ['dataacquisition', 'neuropixels', ['ExtracellularEphys']],
  ['dataacquisition', 'silicon probe', ['ExtracellularEphys']],
  ['dataacquisition', 'tetrode', ['ExtracellularEphys']],
  ['dataacquisition', 'patch clamp', ['IntracellularEphys']],
  ['dataacquisition', '2-photon', ['TwoPhotonMicroscopy']],
  ['dataacquisition', 'two photon', ['TwoPhotonMicroscopy']],
  ['dataacquisition', 'multiphoton', ['ThreePhotonMicroscopy', 'TwoPhotonMicroscopy']],
  ['dataacquisition', 'miniscope', ['Miniscope']],
  ['dataacquisition', 'EEG', ['Electroencephalography']],
  ['equipment', 'emg', ['ElectromyographyMachine']],
  ['procedure', 'neuropixels', ['SiliconProbeImplant']],
  ['procedure', 'headplate', ['Headpost']],
])('of %s, “%s” finds %j', (family, query, codes) => {
  expect(matching(toOptions(typeChoices(family)), query).map(({ value }) => value)).toEqual(codes);
});
