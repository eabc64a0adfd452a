import { category, choice, several, string, text, typed } from '../build';
import { CHOICES } from '../choices';

export const stimulationAndTracking = category('Abstract procedures', [
  typed('AuditoryStimulation', 'Auditory stimulation', '1.0.0', [
    several(
      'stimulusTypes',
      'Stimulus types',
      'Tone | Click | White noise | Pink noise | Frequency sweep | Amplitude modulated | Pulse train | Chirp | Other',
      { required: true },
    ),
    choice(
      'deliveryMethod',
      'Delivery method',
      'Free-field speaker | In-ear speaker | Bone conduction | Headphone | Other',
    ),
    choice('stimulationContext', 'Stimulation context', CHOICES.stimulationContext),
    text('paradigmDescription', 'Paradigm description'),
  ]),
  typed('BehavioralTracking', 'Behavioral tracking', '1.0.0', [
    choice('trackingMethod', 'Tracking Method', 'Markerless | Marker-based | Hybrid | Manual scoring'),
    several(
      'trackedFeatures',
      'Tracked Features',
      'Full body | Head position | Head direction | Limbs | Paws | Tail | Eyes | Whiskers | Markers | Rigid body | Other',
    ),
  ]),
  typed('OdorStimulation', 'Odor stimulation', '1.0.0', [
    string('odorants', 'Odorants used'),
    choice(
      'deliveryMethod',
      'Delivery method',
      'Olfactometer | Manually pipetted | Syringe injection | Headspace exposure | Cotton swab | Other',
    ),
    choice('carrierGas', 'Carrier gas', 'Air | O₂ | N₂ | CO₂ | Other'),
    choice('stimulationContext', 'Stimulation context', CHOICES.stimulationContext),
    text('paradigmDescription', 'Paradigm description'),
  ]),
  typed('TactileStimulation', 'Tactile stimulation', '1.0.0', [
    several(
      'stimulusTypes',
      'Stimulation types',
      'Whisker poke | Whisker deflection | Air puff | Brush | Vibration | Pressure pad | Cotton swab | Other',
      { required: true },
    ),
    string('stimulationSite', 'Stimulation site'),
    choice(
      'deliveryMethod',
      'Delivery method',
      'Manual (e.g., cotton swab) | Piezo actuator | Solenoid piston | Air puff system | Brush or probe | Other',
    ),
    choice('stimulationContext', 'Stimulation context', CHOICES.stimulationContext),
    text('paradigmDescription', 'Paradigm description'),
  ]),
  typed('VisualStimulation', 'Visual stimulation', '1.0.0', [
    several('stimulusTypes', 'Stimulus types', CHOICES.visualStimuli, { required: true }),
    choice('presentationDevice', 'Presentation device', CHOICES.visualDevice),
    choice('stimulationPosition', 'Stimulus position', CHOICES.visualPosition),
    choice('stimulationContext', 'Stimulation context', CHOICES.stimulationContext),
    text('paradigmDescription', 'Paradigm description'),
  ]),
]);
