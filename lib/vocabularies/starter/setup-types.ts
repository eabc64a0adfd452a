import { starterId } from './starter-id';

export const setupTypesSource =
  'Categories and eight of the names: published vocabularies of BrainSTEM, November 2026; the others are common names of rigs.';

type Category = 'I' | 'E' | 'A' | 'H' | 'V' | 'F' | 'U';

const listed: Record<Category, [name: string, description: string][]> = {
  I: [
    ['Brain slice recording chamber', 'Perfused chamber for patch clamp or field recordings in acute slices.'],
    ['Cell culture microelectrode array', 'Cultured neurons on a planar array of electrodes.'],
    ['Organoid recording chamber', 'Perfused chamber for recordings from organoids.'],
  ],
  E: [
    ['Explanted retina chamber', 'Perfused chamber with light stimulation, usually above an electrode array.'],
    ['Whole-brain explant chamber', 'Perfused whole brain or hemisphere outside the body.'],
    ['Ex vivo MRI holder', 'Holder for fixed brains in a scanner.'],
  ],
  A: [
    ['Surgical table', 'Stereotaxic surgery and recordings under anesthesia.'],
    ['Anesthetized electrophysiology rig', 'Recordings with sensory stimulation under anesthesia.'],
    ['Anesthetized imaging rig', 'Two-photon or widefield imaging under anesthesia.'],
    ['Anesthetized MRI', 'Scanner with anesthesia and monitoring.'],
  ],
  H: [
    ['Head-fixed disc', 'Running disc below the head-fixed animal.'],
    ['Head-fixed treadmill', 'Linear belt below the head-fixed animal.'],
    ['Head-fixed wheel', 'Cylindrical running wheel below the head-fixed animal.'],
    ['Head-fixed ball', 'Ball floating on air below the head-fixed animal.'],
    ['Head-fixed virtual reality', 'Head fixation inside a projected or displayed environment.'],
    ['Head-fixed lick-port rig', 'Head fixation with one or more lick ports and stimulus delivery.'],
    ['Head-fixed steering wheel rig', 'Head fixation with a wheel turned by the forepaws and a screen.'],
    ['Floating-platform air-lifted maze', 'Head fixation above a light maze that floats on air.'],
  ],
  V: [
    ['Primate chair', 'Trained monkey seated before a screen.'],
    ['Nose-poke fixation rig', 'The animal holds its nose in a port during the stimulus.'],
    ['Human psychophysics booth', 'Seated participant before a screen.'],
    ['Human MRI scanner', 'Awake participant lying still in a scanner.'],
  ],
  F: [
    ['Open field arena', 'Walled arena for free exploration.'],
    ['Linear track', 'Straight track, usually with reward at both ends.'],
    ['Circular track', 'Annular track for running in laps.'],
    ['Elevated plus maze', 'Two open and two closed arms above the floor.'],
    ['Barnes maze', 'Round platform with holes along its rim, one leading to an escape box.'],
    ['Theta maze', 'Circular maze with a central stem, for alternation.'],
    ['T-maze', 'A stem and two choice arms.'],
    ['Y-maze', 'Three equal arms.'],
    ['Radial arm maze', 'Arms around a central platform.'],
    ['Morris water maze', 'Round pool with a hidden platform.'],
    ['Operant chamber', 'Box with nose ports, levers or screens, and reward delivery.'],
    ['Fear conditioning chamber', 'Box with a shock grid, a speaker and cameras.'],
    ['Three-chamber social arena', 'Three connected compartments with cages for stimulus animals.'],
    ['Light-dark box', 'A lit and a dark compartment.'],
    ['Accelerating rotarod', 'Rotating rod of increasing speed.'],
    ['Touchscreen chamber', 'Operant chamber with a touch-sensitive screen.'],
    ['Home cage', 'Recordings in the animal’s own cage, for example during sleep.'],
    ['Behavior box with Bpod ports', 'Box with ports driven by a Bpod state machine.'],
    ['Flight room', 'Large room for bats or birds in flight.'],
    ['Fish tank', 'Tank for freely swimming fish.'],
  ],
  U: [['Not specified', 'For setups that fit none of the types; propose a new type instead where you can.']],
};

const isCategory = (category: string): category is Category => Object.hasOwn(listed, category);

/** Kinds of setup in every category. */
export const starterSetupTypes = Object.keys(listed)
  .filter(isCategory)
  .flatMap((category) =>
    listed[category].map(([name, description]) => ({ id: starterId('setuptype', name), name, description, category })),
  );
