import { starterId } from './starter-id';

export const behavioralCategoriesSource =
  'The first three families: published vocabularies of BrainSTEM, November 2026; the others extend them along the same lines.';

const listed: Record<string, string[]> = {
  'Learning & Memory': [
    'Spatial Learning',
    'Working Memory',
    'Associative Learning',
    'Recognition Memory',
    'Fear Learning',
    'Motor Learning',
  ],
  'Anxiety & Affect': ['Anxiety', 'Depression', 'Stress Response'],
  'Sensory Function': [
    'Visual',
    'Auditory',
    'Olfactory',
    'Somatosensory',
    'Gustatory',
    'Thermal',
    'Vestibular',
    'Nociception',
    'Sensorimotor Gating',
  ],
  'Motor Function': ['Motor Coordination', 'Locomotion', 'Skilled Movement', 'Muscle Strength'],
  'Decision Making & Cognition': [
    'Perceptual Decision Making',
    'Value-Based Decision Making',
    'Attention',
    'Cognitive Flexibility',
    'Impulse Control',
    'Timing',
  ],
  'Reward & Motivation': ['Reward Seeking', 'Effort', 'Addiction'],
  'Exploration & Navigation': ['Free Exploration', 'Track Running', 'Virtual Navigation'],
  'Social Behavior': ['Sociability', 'Aggression', 'Vocal Communication'],
  'Sleep & Rest': ['Sleep', 'Quiet Rest'],
};

const category = (name: string, parent: string | null) => ({
  id: starterId('behavioralcategory', name),
  name,
  description: '',
  parent: parent === null ? null : starterId('behavioralcategory', parent),
});

/** Two levels, parents before their children. */
export const starterBehavioralCategories = Object.entries(listed).flatMap(([parent, children]) => [
  category(parent, null),
  ...children.map((name) => category(name, parent)),
]);
