import { starterId } from './starter-id';

export const journalsSource = 'Names and websites as the publishers use them themselves.';

const listed: [name: string, website: string][] = [
  ['Nature', 'https://www.nature.com/nature'],
  ['Nature Neuroscience', 'https://www.nature.com/neuro'],
  ['Nature Communications', 'https://www.nature.com/ncomms'],
  ['Nature Methods', 'https://www.nature.com/nmeth'],
  ['Scientific Data', 'https://www.nature.com/sdata'],
  ['Science', 'https://www.science.org/journal/science'],
  ['Science Advances', 'https://www.science.org/journal/sciadv'],
  ['Cell', 'https://www.cell.com/cell'],
  ['Neuron', 'https://www.cell.com/neuron'],
  ['Cell Reports', 'https://www.cell.com/cell-reports'],
  ['Current Biology', 'https://www.cell.com/current-biology'],
  ['eLife', 'https://elifesciences.org'],
  ['The Journal of Neuroscience', 'https://www.jneurosci.org'],
  ['eNeuro', 'https://www.eneuro.org'],
  ['Journal of Neurophysiology', 'https://journals.physiology.org/journal/jn'],
  ['Cerebral Cortex', 'https://academic.oup.com/cercor'],
  ['Proceedings of the National Academy of Sciences (PNAS)', 'https://www.pnas.org'],
  ['PLOS Biology', 'https://journals.plos.org/plosbiology'],
  ['PLOS Computational Biology', 'https://journals.plos.org/ploscompbiol'],
  ['Journal of Neural Engineering', 'https://iopscience.iop.org/journal/1741-2552'],
  ['Journal of Neuroscience Methods', 'https://www.sciencedirect.com/journal/journal-of-neuroscience-methods'],
  ['NeuroImage', 'https://www.sciencedirect.com/journal/neuroimage'],
  ['Hippocampus', 'https://onlinelibrary.wiley.com/journal/10981063'],
  ['European Journal of Neuroscience', 'https://onlinelibrary.wiley.com/journal/14609568'],
  ['bioRxiv', 'https://www.biorxiv.org'],
];

/** Journals that publish neuroscience, and the server of its preprints. */
export const starterJournals = listed.map(([name, website]) => ({ id: starterId('journal', name), name, website }));
