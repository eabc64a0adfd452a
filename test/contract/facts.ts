/**
 * What the wire contract says of every model, restated by hand and apart from the declarations, so that a declaration that
 * drifts from it fails. Source: the public documentation of BrainSTEM and its clients, read in November 2026. Approval models
 * are not listed: each has the fields of its catalogue and `approvalFields`.
 */
export type ModelFacts = {
  readonly app: string;
  readonly name: string;
  /** The keys of one record and of a list. */
  readonly singular: string;
  readonly plural: string;
  readonly hasIntegerId: boolean;
  readonly isPublic: boolean;
  readonly isReadOnly: boolean;
  readonly fields: readonly FieldFacts[];
  /** Fields that only the pages of the documentation have; their keys are inferred. */
  readonly web: readonly FieldFacts[];
  /** What one does to a record, and the related lists that its `links` name: both are addresses below it. */
  readonly actions: readonly string[];
  readonly links: readonly string[];
  readonly include: readonly string[];
  /** What clients and tutorials filter by. */
  readonly filter: readonly string[];
};

export type FieldFacts = {
  readonly name: string;
  readonly type: string;
  /** Of a relation: the model it leads to, and whether to many of them. */
  readonly to: string | null;
  readonly isList: boolean;
  readonly isRequired: boolean;
  readonly isReadOnly: boolean;
  /** Most characters. */
  readonly max: number | null;
  readonly choices: readonly string[] | null;
};

/**
 * `name:type`: of an enumeration its codes, or the list of that name; of a relation `>model`, to many with `*`. Then `!` where
 * it is required, `~` where it is read only, `<n` for the most characters.
 */
const fieldTable = `
stem/project | project | projects | uuid public
  fields   name:string!<200 description:html sessions:>session*~ subjects:>subject*~ publications:>publication*
           collections:>collection*~ cohorts:>cohort*~ extra_fields:json is_public:boolean tags:tags links:json~
           users:json groups:json
  web      name_used_in_storage:string<200 download_links:json user_roles:json
  links    sessions subjects collections cohorts
  include  sessions subjects collections cohorts publications
  filter   name.icontains sessions.id subjects.id tags id description.icontains name name.iexact

stem/subject | subject | subjects | uuid public
  fields   name:string!<100 description:html projects:>project*! licenses:>license* strain:>strain!
           sex:enum(F|M|U)! genetic_line:string<100 genotype:string<200 subject_identifier:string<100
           supplier:>supplier breeding:>breeding birth_date:date death_date:date
           status:enum(planned|active|inactive|transferred|deceased|unknown) extra_fields:json
           procedures:>procedure*~ subjectlogs:>subjectlog*~ name_used_in_storage:string<200 tags:tags links:json~
  links    procedures subjectlogs
  include  procedures subjectlogs projects licenses strain supplier breeding
  filter   name.icontains projects.id projects strain.id sex tags id name description.icontains

stem/session | session | sessions | uuid public
  fields   name:string!<100 description:html projects:>project*! date_time:datetime epochs:>epoch*~
           datastorage:>datastorage* extra_fields:json download_links:json dataacquisition:>dataacquisition*~
           behaviors:>behavior*~ manipulations:>manipulation*~ name_used_in_storage:string~<200 tags:tags
           links:json~
  include  dataacquisition behaviors manipulations epochs projects datastorage
  filter   name.icontains projects.id projects datastorage.id tags id name description.icontains

stem/epoch | epoch | epochs | uuid public
  fields   name:string!<100 session:>session! start:duration end:duration behavior:>behavior
           dataacquisition:>dataacquisition manipulation:>manipulation

stem/sessiondatastorage | session_data_storage | session_data_storages | uuid
  fields   session:>session! datastorage:>datastorage! order:int

stem/collection | collection | collections | uuid public
  fields   name:string!<100 description:html project:>project! sessions:>session* tags:tags
  include  sessions project
  filter   name.icontains tags id description.icontains

stem/cohort | cohort | cohorts | uuid public
  fields   name:string!<100 description:html project:>project! subjects:>subject* tags:tags
  include  subjects project
  filter   name.icontains tags id description.icontains

stem/breeding | breeding | breedings | uuid public
  fields   name:string!<100 project:>project! mother:>subject! father:>subject! description:html tags:tags
           birth_date:date start_date:date end_date:date weaning_date:date litter_size:int
           expected_genotype:string<100
  include  project mother father

stem/projectmembershipinvitation | project_membership_invitation | project_membership_invitations | uuid read-only
  fields   invitee:>user project:>project can_change:boolean manage_project:boolean own_project:boolean
  web      message:text
  actions  accept cancel reject

stem/projectgroupmembershipinvitation | project_group_membership_invitation | project_group_membership_invitations | uuid read-only
  fields   invitee:>group project:>project can_change:boolean manage_project:boolean own_project:boolean
  web      message:text
  actions  accept cancel reject

modules/behavior | behavior | behaviors | uuid public
  fields   session:>session! subjects:>subject*! setup:>setup! behavioralassay:>behavioralassay! notes:text<500
           order:int
  include  session subjects setup behavioralassay
  filter   session.id session subjects tags id

modules/dataacquisition | data_acquisition | data_acquisitions | uuid public
  fields   type:enum(@dataacquisition)! notes:text<500 session:>session! procedures:>procedure*
           equipment:>equipment* details:json type_schema_version:string image:image~ order:int
  include  session procedures equipment
  filter   session.id session type tags id

modules/manipulation | manipulation | manipulations | uuid public
  fields   type:enum(@manipulation)! notes:text<500 procedures:>procedure*! session:>session! equipment:>equipment*
           details:json type_schema_version:string order:int
  include  session procedures equipment
  filter   session.id tags id

modules/procedure | procedure | procedures | uuid public
  fields   type:enum(@procedure)! notes:text<500 subject:>subject! date_time:datetime
           consumablestock:>consumablestock equipment:>equipment* brain_region:>brainregion licenses:>license*
           protocol:>protocol details:json type_schema_version:string coordinates_system:enum(@coordinateSystems)!
           coordinates_details:json coordinates_schema_version:string created_at:datetime~ updated_at:datetime~
  include  subject consumablestock equipment brain_region licenses
  filter   subject.id tags id

modules/procedurelog | procedure_log | procedure_logs | uuid public
  fields   type:enum(Impedances|LinearDisplacement|Tetrodes4|Tetrodes8)! description:text<500 procedure:>procedure!
           entries:json~
  actions  add_entry change_entry remove_entry
  include  procedure
  filter   procedure.id subject.id tags id

modules/subjectlog | subject_log | subject_logs | uuid public
  fields   type:enum(@subjectlog)! description:text<500 subject:>subject! protocol:>protocol user:>user~
           entries:json~
  actions  add_entry change_entry remove_entry
  include  subject user
  filter   subject.id tags type description.icontains id

modules/equipment | equipment | equipment | uuid public
  fields   name:string! type:enum(@equipment)! notes:text<500 setup:>setup! date_time:datetime
           consumable:>consumable hardwaredevice:>hardwaredevice details:json type_schema_version:string
           coordinates_system:enum(@coordinateSystems)! coordinates_details:json coordinates_schema_version:string
  include  setup consumable hardwaredevice
  filter   name.icontains setup.id session.id tags id

modules/consumablestock | consumable stock | consumable stocks | uuid public
  fields   type:enum(@consumablestock)! status:enum(AVAILABLE|RESERVED|DEPLETED) notes:text<500
           inventory:>inventory! acquisition_date:date expiration_date:date storage_location:string<100
           storage_conditions:string<100 intended_use:string<100 cost:string<100 consumable:>consumable
           details:json type_schema_version:string
  include  inventory consumable
  filter   subject.id tags id

personal_attributes/behavioralassay | behavioralassay | behavioralassays | uuid public
  fields   name:string!<50 description:text<500 setup_type:>setuptype! behavioral_paradigm:>behavioralparadigm!
           licenses:>license* authgroups:>group* is_public:boolean
  include  setup_type behavioral_paradigm licenses
  filter   name.icontains tags id

personal_attributes/datastorage | datastorage | datastorages | uuid public
  fields   name:string!<100 location:string<100 description:html<500 authgroups:>group* is_public:boolean
           data_organization:json data_protocols:json
  filter   name.icontains tags id

personal_attributes/inventory | inventory | inventories | uuid public
  fields   name:string!<50 location:string<100 description:html<500 authgroups:>group* is_public:boolean

personal_attributes/license | license | licenses | uuid public
  fields   name:string!<255 type:enum(@licenseTypes)! status:enum(@licenseStatuses)! description:html
           country:string regulatory_authority:>regulatoryauthority license_number:string<128 license_document:file
           valid_from:date valid_until:date license_holders:>user* behavioralassays:>behavioralassay*
           subjects:>subject* procedures:>procedure* authgroups:>group* is_public:boolean
  include  regulatory_authority license_holders behavioralassays subjects procedures

personal_attributes/protocol | protocol | protocols | uuid public
  fields   name:string!<255 protocol_type:enum(procedure|subject_log)! subtypes:json subtype_display:json~
           description:html url:url<200 licenses:>license* attachment:file authgroups:>group* is_public:boolean
           procedures:>procedure*~ subjectlogs:>subjectlog*~

personal_attributes/setup | setup | setups | uuid public
  fields   name:string!<50 location:string<100 description:html<500 setup_type:>setuptype! specifications:json
           authgroups:>group* is_public:boolean image:image
  include  setup_type
  filter   name.icontains tags id

resources/consumable | consumable | consumables | uuid public
  fields   name:string!<100 description:html<500 supplier:>supplier! type:enum(@consumable)! details:json
           rrid:string rrid_url:url~ external_identifiers:json comments:text
  include  supplier

resources/hardwaredevice | hardwaredevice | hardwaredevices | uuid public
  fields   name:string!<100 description:html<500 supplier:>supplier! rrid:string rrid_url:url~
           external_identifiers:json comments:text
  web      type:enum! details:json
  include  supplier
  filter   name.icontains tags id

resources/supplier | supplier | suppliers | uuid public
  fields   name:string!<100 description:text website:url<200 comments:text

taxonomies/behavioralcategory | behavioral_category | behavioral_categories | uuid public
  fields   name:string!<100 description:text<2000 parent:>behavioralcategory comments:text
  include  parent

taxonomies/behavioralparadigm | behavioral_paradigm | behavioral_paradigms | uuid public
  fields   name:string!<200 description:text<3000 category:>behavioralcategory species:>species*
           original_publication:string<500 reference_url:url<200 rrid:string external_identifiers:json
           comments:text
  include  category species

taxonomies/brainregion | brain_region | brain_regions | uuid public
  fields   name:string!<200 description:text<2000 acronym:string!<15 atlas:enum(@atlases)!
  web      region_id:string parent_acronym:string<15 graph_order:int
  filter   name.icontains tags id

taxonomies/regulatoryauthority | regulatoryauthority | regulatoryauthorities | uuid public
  fields   name:string!<255 abbreviation:string<32 country:string
           authority_type:enum(national|institutional|regional|international) website:url<200 description:text
           is_active:boolean comments:text

taxonomies/setuptype | setup_type | setup_types | uuid public
  fields   name:string!<200 description:text<2000 category:enum(I|E|A|H|V|F|U)! comments:text

taxonomies/species | species | species | uuid public
  fields   name:string!<100 description:text<2000 rrid:string rrid_url:url~ external_identifiers:json comments:text
  web      popular_name:string<100 appearance:text!<500
  filter   name.icontains tags id

taxonomies/strain | strain | strains | uuid public
  fields   name:string!<100 description:text<2000 species:>species! rrid:string rrid_url:url~
           external_identifiers:json comments:text
  web      popular_name:string<100 breeding:enum! appearance:text<500
  include  species
  filter   name.icontains species.id tags id

dissemination/journal | journal | journals | uuid public
  fields   name:string!<500 description:text<2000 website:url<200 comments:text

dissemination/publication | publication | publications | uuid public
  fields   title:string!<200 authors:string!<500 journal:>journal! abstract:text! doi:string<200
           publication_url:url<300 pdf_url:url<300 publication_date:date!
  web      volume:string<100 comments:text
  include  journal
  filter   name.icontains tags id

users/user | user | users | integer public
  fields   email:string first_name:string last_name:string groups_own_json:json~ website:url<200
           google_scholar:url<200 orcid_id:string<100 atlas_preference:enum(@atlases) active_projects:>project*
  web      profile_picture:image
  include  active_projects

users/group | group | groups | integer public
  fields   name:string! users:json
  actions  join leave

users/groupmembershipinvitation | group_membership_invitation | group_membership_invitations | uuid read-only
  fields   user_account_invitation:>user authgroup:>group new_manager:boolean new_owner:boolean
  actions  accept cancel reject

users/groupmembershiprequest | group_membership_request | group_membership_requests | uuid read-only
  fields   user_account_request:>user authgroup:>group
  actions  accept cancel reject

users/laboratory | laboratory | laboratories | uuid public
  fields   group:>group! principal_investigators:>user*! description:text<500 website:url<200 department:string<100
           institution:string!<100 city:string<100 country:string<100
  include  group principal_investigators
  filter   name.icontains tags id
`;

const codeTable = `
atlases            AIA AIA_dM AIA_HB AIA_dHB AIA_P AIA_S BM4 PF2001 PW1997 S2004
consumable         ChemicalReagent ConsumableDevice ImmunoReagent PharmacologicalAgent PhysiologicalSolution
                   TracerDye VirusConstruct OpticFiberDesign OpticalComponent SiliconProbeDesign
                   SingleWireElectrode ImplantMaterial SurgicalDisposable
consumablestock    ChemicalReagent ConsumableDevice ImmunoReagent ImplantMaterial OpticFiber OpticalComponent
                   PharmacologicalAgent PhysiologicalSolution SiliconProbe SingleWireElectrode SurgicalDisposable
                   TracerDye VirusSolution
coordinateSystems  CCF_XYZ_Absolute External_XYZ_Absolute Stereotaxic_BregmaAbsolute Stereotaxic_BregmaBrainSurface
                   Stereotaxic_LambdaAbsolute Stereotaxic_LambdaBrainSurface
dataacquisition    Audio BehavioralTracking ComputedTomography ConfocalMicroscopy Electroencephalography
                   Electroneurogram ExtracellularEphys FiberPhotometry FunctionalMagneticResonanceImaging
                   FunctionalUltrasoundImaging GeneralTimeSeries IntracellularEphys LightFieldMicroscopy
                   MagneticResonanceImaging Magnetoencephalography Miniscope OpticalCoherenceTomography
                   PositronEmissionTomography SinglePhotonEmissionComputedTomography SinglePhotonMicroscopy
                   ThreePhotonMicroscopy TwoPhotonMicroscopy VideoTracking
equipment          Amplifier AnesthesiaSystem AntiVibrationTable BehaviorRig BiosafetyCabinet Camera Computer
                   DataAcquisitionSystem DrugDeliverySystem ElectroencephalographySystem ElectromyographyMachine
                   ElectronicComponent EphysRig FiberPhotometrySystem FloatingAirPlatform ForcePlate FumeHood
                   GlassMicropipettePuller HumidityController HumiditySensor InjectionSystem
                   IontophoresisStimulator Laser LedDriver LightEmitter LightSensor MagneticResonanceImagingSystem
                   MagnetoencephalographySystem Magnetometer Microcontroller Micromanipulator Microphone Microscope
                   Miniscope Monitor MotionTrackingSystem NoiseIsolationChamber OnePhotonMicroscope OphysRig
                   OpticalCoherenceTomography Oscilloscope PerfusionSystem Photodetector PressureSensor
                   RunningWheel SignalProcessingUnit SingleBoardComputer SinglePhotonEmissionComputedTomography
                   Speaker StereotaxicFrame StimulationDevice SurgicalPowerTool TemperatureSensor ThermalController
                   ThreePhotonMicroscopy Treadmill TwoPhotonMicroscope UltrasoundImagingSystem
licenseStatuses    draft pending active suspended expired revoked
licenseTypes       animal_research_authorization human_research_authorization biosafety_gmo_authorization
                   wildlife_fieldwork_permit controlled_substance_license chemical_use_authorization
                   import_export_permit
manipulation       AuditoryStimulation DeepBrainStimulation ElectricalStimulation ElectromagneticFieldStimulation
                   LiquidPerturbation Microperfusion MultisensoryStimulation OdorStimulation OptogeneticStimulation
                   PharmacologicalInhalation PharmacologicalInjection PharmacologicalSuperfusion TactileStimulation
                   ThermalPerturbation TranscranialElectricalStimulation TranscranialMagneticStimulation
                   UltrasoundStimulation VisualStimulation
procedure          Anesthesia AuditoryStimulation BarbiturateInjection BehavioralTracking
                   BloodPressureSensorImplant BrainExtraction BrainLesion BrainSlice BreathingSensorImplant
                   BurrHole CatheterImplant CervicalDislocation Co2ChamberEuthanasia CranialWindow Craniectomy
                   Craniotomy Cryosectioning Decapitation EcgImplant EegImplant EmgImplant GenericImplant
                   GrinLensImplant HeadFixation Headcap Headpost InhalantOverdose Injection NerveCuffImplant
                   OdorStimulation OpticFiberImplant PerfusionFixation PrismImplant ReferenceElectrodeImplant
                   SiliconProbeImplant SingleWireElectrodeImplant TactileStimulation TemperatureSensorImplant
                   TetrodeWireElectrodeImplant TissueClearing VibratomeSectioning VirusInjection VisualStimulation
subjectlog         FoodConsumption FoodDeprivation GenericObservation Genotyping Habituation Handling
                   HargreavesTest Housing TrainingSession VonFreyTest WaterConsumption WaterDeprivation Weighing
                   Wellness
`;

/** The four fields of an approval, beside those of its catalogue. */
const approvalTable =
  'instance_id:uuid~ action:enum(Add|Change)~ reviewer:>user~ status:enum(Pending|Accepted|Rejected)~';

const words = (text = ''): string[] => text.split(/\s+/).filter(Boolean);

/** Lines of `key words…`; what follows without a key belongs to the key before it. */
function readLines(lines: readonly string[], indent: number, width: number): Map<string, string[]> {
  const read = new Map<string, string[]>();
  let key = '';
  for (const line of lines) {
    key = line.slice(indent, indent + width).trim() || key;
    read.set(key, [...(read.get(key) ?? []), ...words(line.slice(indent + width))]);
  }
  return read;
}

const codeLists = readLines(codeTable.trim().split('\n'), 0, 19);

function readField(text: string): FieldFacts {
  const parts = /^(\w+):(>?)(\w+)(?:\((@?)([^)]*)\))?(\*?)(!?)(~?)(?:<(\d+))?$/.exec(text);
  if (!parts) throw new Error(`“${text}” is no field.`);
  const [, name = '', arrow, type = '', at, codes, star, bang, tilde, max] = parts;
  return {
    name,
    type: arrow ? 'relation' : type,
    to: arrow ? type : null,
    isList: star === '*',
    isRequired: bang === '!',
    isReadOnly: tilde === '~',
    max: max ? Number(max) : null,
    choices: codes ? (at ? (codeLists.get(codes) ?? null) : codes.split('|')) : null,
  };
}

function readModel(block: string): ModelFacts {
  const [head = '', ...lines] = block.split('\n');
  const [address = '', singular = '', plural = '', flags = ''] = head.split('|').map((part) => part.trim());
  const [app = '', name = ''] = address.split('/');
  const read = readLines(lines, 2, 9);
  const list = (key: string) => read.get(key) ?? [];
  return {
    app,
    name,
    singular,
    plural,
    hasIntegerId: flags.includes('integer'),
    isPublic: flags.includes('public'),
    isReadOnly: flags.includes('read-only'),
    fields: list('fields').map(readField),
    web: list('web').map(readField),
    actions: list('actions'),
    links: list('links'),
    include: list('include'),
    filter: list('filter'),
  };
}

export const modelFacts: readonly ModelFacts[] = fieldTable.trim().split('\n\n').map(readModel);
export const approvalFields: readonly FieldFacts[] = words(approvalTable).map(readField);

/** The catalogues that take proposals, so that `{name}approval` is a model beside each. */
export const proposedCatalogues: readonly string[] = words(
  'consumable hardwaredevice supplier behavioralcategory behavioralparadigm regulatoryauthority setuptype species strain journal',
);

/** Other spellings under which clients call a model. */
export const otherAddresses: Readonly<Record<string, string>> = {
  projectmembershipinvitation: 'stem/project_membership_invitation',
  projectgroupmembershipinvitation: 'stem/project_group_membership_invitation',
  groupmembershipinvitation: 'users/group_membership_invitation',
  groupmembershiprequest: 'users/group_membership_request',
  group: 'auth/group',
};
