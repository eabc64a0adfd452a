import { starterId } from '@/lib/vocabularies/starter/starter-id';
import type { Calendar } from './calendar';
import { shared } from './setups';

const mattilsynet = starterId('regulatoryauthority', 'Mattilsynet (Norwegian Food Safety Authority)');

/** The permit under which somebody works with an animal, by its name: M and B mice, R rats, H mice of the other laboratory. */
export const licenseOf = (subject: string): string =>
  subject.startsWith('R') ? 'license:rats' : subject.startsWith('H') ? 'license:hearing' : 'license:mice';

/** Permits: two in force, one about to end, one that has ended. */
export const licenses = (days: Calendar) => {
  const animals = {
    type: 'animal_research_authorization',
    country: 'NO',
    regulatory_authority: mattilsynet,
  };
  return [
    {
      key: 'license:mice',
      ...shared('amara', 'okafor', 'imaging'),
      ...animals,
      name: 'Touch, reward and vision in mice',
      license_number: 'AP-0312',
      status: 'active',
      valid_from: days.daysAgo(410),
      valid_until: days.daysAgo(-685),
      description: '<p>Head fixation, water restriction, implants, viruses of biosafety level 1.</p>',
      license_holders: ['user:amara', 'user:ingrid'],
    },
    {
      key: 'license:rats',
      ...shared('amara', 'okafor'),
      ...animals,
      name: 'Hippocampal recordings in rats',
      license_number: 'AP-0288',
      status: 'active',
      valid_from: days.daysAgo(1050),
      valid_until: days.daysAgo(-45),
      description: '<p>The renewal has been applied for.</p>',
      license_holders: ['user:amara', 'user:lukas'],
    },
    {
      key: 'license:pilot',
      ...shared('amara', 'okafor'),
      ...animals,
      name: 'Whisker following, pilot',
      license_number: 'AP-0204',
      status: 'expired',
      valid_from: days.daysAgo(1500),
      valid_until: days.daysAgo(405),
      description: '<p>Continued as AP-0312.</p>',
      license_holders: ['user:amara'],
    },
    {
      key: 'license:hearing',
      ...shared('farida', 'haidari'),
      ...animals,
      name: 'Hearing in mice',
      license_number: 'AP-0341',
      status: 'active',
      valid_from: days.daysAgo(200),
      valid_until: days.daysAgo(-895),
      description: '<p>Passive recordings in the awake animal.</p>',
      license_holders: ['user:farida'],
    },
  ];
};

export const protocols = [
  {
    key: 'protocol:virus',
    ...shared('ingrid', 'okafor'),
    name: 'Virus injection',
    protocol_type: 'procedure',
    subtypes: ['VirusInjection'],
    description:
      '<ol><li><p>Thaw one aliquot on ice; never freeze it again.</p></li><li><p>Inject at 60 nL/min and wait 10 min before the pipette is drawn back.</p></li></ol>',
    url: 'https://okafor.example.org/protocols/virus-injection',
    licenses: ['license:mice'],
  },
  {
    key: 'protocol:implant',
    ...shared('ingrid', 'okafor'),
    name: 'Chronic implants',
    protocol_type: 'procedure',
    subtypes: ['SiliconProbeImplant', 'OpticFiberImplant', 'TetrodeWireElectrodeImplant'],
    description: '<p>Clean the skull, wait until it is dry, Metabond first. Ground screw above the cerebellum.</p>',
    url: 'https://okafor.example.org/protocols/implants',
    licenses: ['license:mice', 'license:rats'],
  },
  {
    key: 'protocol:water',
    ...shared('ingrid', 'okafor'),
    name: 'Water restriction',
    protocol_type: 'subject_log',
    subtypes: ['Weighing', 'WaterConsumption', 'WaterDeprivation'],
    description: '<p>Weigh before the session. Below 80 % of the first weight the animal gets water at once.</p>',
    url: '',
    licenses: ['license:mice'],
  },
];

/** Papers of the projects. Nobody made them: they were in the catalogue before. */
export const publications = (days: Calendar) => {
  const bioRxiv = starterId('journal', 'bioRxiv');
  return [
    {
      key: 'publication:replay',
      title: 'Replay of place-cell sequences before and after a linear track',
      authors: 'Brandt L, Herrera S, Okafor A',
      journal: bioRxiv,
      abstract:
        'Place cells of CA1 fire in sequences that return during rest. We compare sequences of rest before and after running on a linear track, in rats with tetrodes and in mice with silicon probes.',
      publication_date: days.daysAgo(24),
      doi: '10.5555/sulcus.demo.1',
    },
    {
      key: 'publication:touch',
      title: 'Barrel cortex and choices guided by touch',
      authors: 'Chen M-L, Okafor A',
      journal: bioRxiv,
      abstract:
        'Mice told the place of a pole by their whiskers while we recorded from barrel cortex and, on a quarter of the trials, silenced it.',
      publication_date: days.daysAgo(200),
      doi: '10.5555/sulcus.demo.2',
    },
  ];
};
