/** Choices that several types share. Written for `list` in build.ts. */
export const CHOICES = {
  stimulationContext: 'Passive | Behavioral task | Closed-loop | Anesthetized | Free behavior',
  wireAnchoring: 'sutured | subcutaneous tunnel | tissue glue | headcap | cemented to skull | other',
  sterilization: 'Autoclave | Ethylene Oxide | Alcohol | Gamma Irradiation | None',
  sectioningPlane: 'Coronal | Sagittal | Horizontal | Other',
  wireInsulation: 'Teflon | polyimide | silicone | none | other',
  signalTransmission: 'tethered | wireless | telemetric | optical | none | other',
  powerSource: 'battery | inductive | wired | passive | none | other',
  implantSterilization: 'Autoclave | Ethylene Oxide | Gamma Irradiation | Alcohol | None',
  mounting: 'Cement only | Cement + baseplate | Headcap integrated | Custom holder | Other',
  infusionProfile:
    'Bolus Injection | Continuous Infusion | Tapered Dose | Intermittent Bolus | Staggered Injection | Ramp Infusion | Burst Infusion | Step Infusion | Layered Dosing | Titration',
  visualStimuli:
    'Gratings | Natural images | LED flashes | Checkerboard | Full-field flashes | Moving bars | Flicker | Other',
  visualDevice: 'Monitor | LED panel | Projector | Head-mounted display | Fiber-coupled light source | Other',
  visualPosition: 'Contralateral | Ipsilateral | Bilateral | Centered | Surround | Other | Unknown',
  waveform:
    'Amplitude Modulated | Alternating Current | Biphasic | Burst | Chirp | Direct Current | Cosine | Frequency Hopping | Frequency Modulated | Decaying Exponential | Gaussian Pulse | Harmonic Stimulation | Gaussian Noise | Pseudo-random Binary Sequence | Pink Noise | Pulse train | Sawtooth | Staircase | Sine Wave | Sinc Pulse | Square | Stochastic | Step Function | Ramp | Rising Exponential | Trapezoidal Pulse | Triangle | Variable Rate Pulse Train | White Noise',
  chemical:
    'Detergent | Enzyme | Fixative | Indicator or pH Adjuster | Salt or Buffer | Solvent | Stain or Dye | Polymer or Resin | Other',
  deviceClass:
    'Headstage | Headstage Adapter | Miniscope Baseplate | Microdrive | Drive Mount | Fiber Cannula Assembly | Commutator Adapter | Thermal Interface Board | Connector Assembly | Custom Fixture | Other',
  deviceUse: 'Chronic Implantation | Acute Recording | Optogenetics | Imaging | Behavioral Interface | Other',
  immunoReagent: 'Primary Antibody | Secondary Antibody | Fluorescent Label | DNA Counterstain | Other',
  clonality: 'Monoclonal | Polyclonal | Recombinant | Unknown',
  immunoApplication: 'IHC | ICC | Western Blot | Flow Cytometry | Immunoprecipitation | Other',
  opticalComponent:
    'GRIN Lens | Cranial Window | Cover Glass | Microprism | Beamsplitter | Optical Filter | Relay Lens | Other',
  opticalUse: 'Chronic Imaging | Widefield Imaging | Two-Photon Imaging | Optogenetics | Histology | Other',
  dosageForm: 'Solution | Suspension | Tablet | Capsule | Injection | Topical | Patch | Other',
  drugRoute:
    'Intraperitoneal (IP) | Intravenous (IV) | Subcutaneous (SC) | Oral | Topical | Inhalation | Intracerebral | Other',
  drugCategory: 'Analgesic | Anesthetic | Antibiotic | Neuroactive | Recreational | Vehicle | Experimental | Other',
  drugUse: 'Surgical | Behavioral | Electrophysiology | Histology | Imaging | Other',
  solutionPurpose: 'Vehicle | Perfusion | Fixation | Dissection | Buffering | Storage | Slice Preparation | Other',
  dye: 'Fluorescent Tracer | Lipophilic Dye | Retrograde Tracer | Anterograde Tracer | Histological Dye | Vital Stain | Injection Marker | Other',
  dyeRoute: 'Injection | Perfusion | Topical | Incubation | Other',
  dyeUse: 'Circuit Tracing | Histology | Injection Visualization | Vital Staining | Other',
  stimulusLocation:
    'Left hind paw | Right hind paw | Left forepaw | Right forepaw | Face (left) | Face (right) | Tail | Other',
};
