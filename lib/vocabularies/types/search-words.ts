import { list } from './build';
import type { FamilyName } from './schema';

type WordsByType = Readonly<Record<string, string>>;

/**
 * What else laboratories call a type, or what certainly belongs to it: a type is found by these words too. Never stored, never
 * sent; a word that could as well mean another type of the family has no place here.
 */
const words: Partial<Record<FamilyName, WordsByType>> = {
  procedure: {
    Anesthesia: 'anaesthesia',
    CranialWindow: 'imaging window',
    HeadFixation: 'head restraint',
    Headpost: 'headplate | head plate | headbar | head bar',
    BehavioralTracking: 'behavioural tracking',
    OdorStimulation: 'odour | olfactory stimulation',
    TactileStimulation: 'somatosensory stimulation | whisker stimulation',
    BarbiturateInjection: 'pentobarbital',
    Co2ChamberEuthanasia: 'carbon dioxide',
    InhalantOverdose: 'isoflurane overdose',
    EcgImplant: 'EKG',
    GrinLensImplant: 'gradient-index lens',
    NerveCuffImplant: 'cuff electrode',
    OpticFiberImplant: 'optic fibre | optical fiber | optical fibre | fiber-optic cannula',
    PrismImplant: 'microprism',
    SiliconProbeImplant: 'Neuropixels | silicon electrode',
    SingleWireElectrodeImplant: 'microwire',
    TetrodeWireElectrodeImplant: 'tetrodes',
    Cryosectioning: 'cryostat',
    PerfusionFixation: 'transcardial perfusion',
    TissueClearing: 'CLARITY | iDISCO | CUBIC',
    VibratomeSectioning: 'vibrating microtome',
    VirusInjection: 'AAV | viral injection | viral vector',
  },
  dataacquisition: {
    Audio: 'microphone | sound recording',
    BehavioralTracking: 'behavioural tracking',
    VideoTracking: 'camera | pose estimation | DeepLabCut | SLEAP',
    ComputedTomography: 'micro-CT',
    FunctionalUltrasoundImaging: 'fUSI',
    FiberPhotometry: 'fibre photometry',
    LightFieldMicroscopy: 'LFM',
    Miniscope: 'miniature microscope | miniaturized microscope | Inscopix',
    SinglePhotonMicroscopy: '1-photon | one-photon | 1P | widefield | wide-field',
    ThreePhotonMicroscopy: '3-photon | 3P | multiphoton',
    TwoPhotonMicroscopy: '2-photon | 2P | multiphoton',
    ExtracellularEphys:
      'Neuropixels | silicon probe | tetrode | tetrodes | multielectrode array | Utah array | spikes | single units | multi-unit activity | MUA | LFP | local field potential | SpikeGLX',
    IntracellularEphys: 'patch clamp | patch-clamp | whole-cell | current clamp | voltage clamp | sharp electrode',
    FunctionalMagneticResonanceImaging: 'BOLD',
  },
  manipulation: {
    AuditoryStimulation: 'sound stimulation | tones',
    OdorStimulation: 'odour | olfactory stimulation',
    TactileStimulation: 'somatosensory stimulation | whisker stimulation',
    ElectricalStimulation: 'microstimulation | ICMS',
    TranscranialElectricalStimulation: 'tDCS | tACS | TES',
    TranscranialMagneticStimulation: 'rTMS',
    PharmacologicalInjection: 'drug injection',
    PharmacologicalSuperfusion: 'bath application',
    OptogeneticStimulation: 'photostimulation | ChR2',
    ThermalPerturbation: 'cooling | heating',
    UltrasoundStimulation: 'focused ultrasound | FUS',
  },
  equipment: {
    DataAcquisitionSystem: 'DAQ',
    ElectromyographyMachine: 'EMG',
    EphysRig: 'electrophysiology rig',
    FiberPhotometrySystem: 'fibre photometry',
    Miniscope: 'miniature microscope | miniaturized microscope | Inscopix',
    MotionTrackingSystem: 'motion capture',
    OnePhotonMicroscope: '1-photon | single-photon | 1P | widefield | wide-field',
    OphysRig: 'optophysiology rig | optical physiology rig',
    Photodetector: 'photodiode | photomultiplier | PMT',
    ThreePhotonMicroscopy: '3-photon | 3P | multiphoton',
    TwoPhotonMicroscope: '2-photon | 2P | multiphoton',
    AnesthesiaSystem: 'anaesthesia',
    StereotaxicFrame: 'stereotactic frame',
    SurgicalPowerTool: 'drill',
    NoiseIsolationChamber: 'sound booth | soundproof box',
    Speaker: 'loudspeaker',
    GlassMicropipettePuller: 'electrode puller',
    Microcontroller: 'Teensy',
    Monitor: 'screen | display',
  },
  consumablestock: {
    ImmunoReagent: 'antibodies',
    PharmacologicalAgent: 'drug',
    PhysiologicalSolution: 'saline | ACSF | Ringer',
    VirusSolution: 'AAV | lentivirus | viral vector',
    OpticFiber: 'optic fibre | optical fiber | optical fibre',
    SiliconProbe: 'Neuropixels',
    SingleWireElectrode: 'microwire',
    ImplantMaterial: 'dental cement',
  },
  consumable: {
    ImmunoReagent: 'antibodies',
    PharmacologicalAgent: 'drug',
    PhysiologicalSolution: 'saline | ACSF | Ringer',
    VirusConstruct: 'AAV | lentivirus | viral vector',
    OpticFiberDesign: 'optic fibre | optical fiber | optical fibre',
    SiliconProbeDesign: 'Neuropixels',
    SingleWireElectrode: 'microwire',
    ImplantMaterial: 'dental cement',
  },
  subjectlog: {
    FoodConsumption: 'food intake | feeding',
    WaterConsumption: 'water intake | drinking',
    FoodDeprivation: 'food restriction',
    WaterDeprivation: 'water restriction',
    Weighing: 'body weight',
    Wellness: 'health check',
  },
  procedurelog: { LinearDisplacement: 'microdrive' },
  coordinates: { CCF_XYZ_Absolute: 'Allen' },
};

/** What else a type is found by; none for most. */
export function searchWordsOf(family: FamilyName, code: string): readonly string[] {
  const line = words[family]?.[code];
  return line === undefined ? [] : list(line);
}

/** The types that have such words, for the check that all of them exist. */
export const typesWithWords = (family: FamilyName): readonly string[] => Object.keys(words[family] ?? {});
