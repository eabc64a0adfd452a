import { starterId } from './starter-id';

export const speciesSource = 'NCBI Taxonomy, November 2026; appearance and popular names are general knowledge.';

const listed: [name: string, taxon: number, popularName: string, appearance: string][] = [
  ['Mus musculus', 10090, 'House mouse', 'Small rodent, 20-40 g; coat agouti, black, white or brown by strain'],
  ['Rattus norvegicus', 10116, 'Brown rat', 'Rodent, 250-600 g; coat white, hooded or brown by strain'],
  ['Homo sapiens', 9606, 'Human', 'Human participant'],
  ['Macaca mulatta', 9544, 'Rhesus macaque', 'Old World monkey, 5-12 kg; brown-grey coat, pink face'],
  ['Macaca fascicularis', 9541, 'Crab-eating macaque', 'Old World monkey, 3-9 kg; grey-brown coat, long tail'],
  [
    'Macaca fuscata',
    9542,
    'Japanese macaque',
    'Old World monkey, 8-15 kg; thick brown-grey coat, red face, short tail',
  ],
  ['Callithrix jacchus', 9483, 'Common marmoset', 'New World monkey, 300-450 g; white ear tufts, banded tail'],
  ['Mustela putorius furo', 9669, 'Ferret', 'Slender carnivore, 0.6-2 kg; sable or albino coat'],
  ['Felis catus', 9685, 'Cat', 'Carnivore, 3-5 kg; coat varies'],
  ['Canis lupus familiaris', 9615, 'Dog', 'Carnivore; size and coat by breed'],
  ['Sus scrofa', 9823, 'Pig', 'Hoofed mammal; minipigs 20-60 kg, farm breeds larger'],
  ['Ovis aries', 9940, 'Sheep', 'Hoofed mammal, 45-100 kg; woolly coat'],
  ['Oryctolagus cuniculus', 9986, 'Rabbit', 'Lagomorph, 2-5 kg; long ears; white or pigmented coat'],
  ['Cavia porcellus', 10141, 'Guinea pig', 'Stout tailless rodent, 0.7-1.2 kg; coat varies'],
  ['Meriones unguiculatus', 10047, 'Mongolian gerbil', 'Rodent, 50-90 g; sandy coat, tufted tail'],
  ['Mesocricetus auratus', 10036, 'Golden hamster', 'Rodent, 100-150 g; golden coat, short tail'],
  ['Octodon degus', 10160, 'Degu', 'Diurnal rodent, 170-300 g; brown coat, tufted tail'],
  ['Heterocephalus glaber', 10181, 'Naked mole-rat', 'Nearly hairless burrowing rodent, 30-50 g; protruding incisors'],
  ['Microtus ochrogaster', 79684, 'Prairie vole', 'Rodent, 30-50 g; greyish-brown coat, short tail'],
  ['Tupaia belangeri', 37347, 'Northern tree shrew', 'Squirrel-like mammal, 150-250 g; brown coat, pointed snout'],
  ['Rousettus aegyptiacus', 9407, 'Egyptian fruit bat', 'Bat, 80-170 g; wing span about 60 cm; brown coat'],
  ['Monodelphis domestica', 13616, 'Gray short-tailed opossum', 'Pouchless marsupial, 60-150 g; grey coat'],
  ['Gallus gallus', 9031, 'Chicken', 'Ground-living bird; size and plumage by breed'],
  ['Taeniopygia guttata', 59729, 'Zebra finch', 'Songbird, 12-18 g; males with orange cheeks and a striped throat'],
  ['Serinus canaria', 9135, 'Canary', 'Songbird, 15-25 g; yellow to green plumage'],
  ['Columba livia', 8932, 'Rock pigeon', 'Bird, 250-380 g; grey plumage with two dark wing bars'],
  ['Tyto alba', 56313, 'Barn owl', 'Nocturnal owl, 300-600 g; white heart-shaped face'],
  ['Xenopus laevis', 8355, 'African clawed frog', 'Aquatic frog, 6-12 cm; smooth olive skin, clawed hind feet'],
  ['Danio rerio', 7955, 'Zebrafish', 'Freshwater fish, 3-4 cm; horizontal blue stripes; larvae transparent'],
  ['Drosophila melanogaster', 7227, 'Fruit fly', 'Fly, 2-3 mm; tan body with dark bands; eyes red in the wild type'],
  ['Caenorhabditis elegans', 6239, 'Roundworm', 'Transparent worm, about 1 mm'],
  ['Apis mellifera', 7460, 'Western honey bee', 'Social bee, 12-15 mm; brown and amber bands'],
  ['Aplysia californica', 6500, 'California sea hare', 'Sea slug, up to 40 cm; reddish brown'],
  [
    'Octopus bimaculoides',
    37653,
    'California two-spot octopus',
    'Octopus, arms up to 60 cm; a blue ring below each eye',
  ],
];

/** Common laboratory species with their NCBI taxon. */
export const starterSpecies = listed.map(([name, taxon, popularName, appearance]) => ({
  id: starterId('species', name),
  name,
  description: '',
  popular_name: popularName,
  appearance,
  rrid: '',
  external_identifiers: [
    { source: 'NCBI', identifier: String(taxon), url: `http://purl.obolibrary.org/obo/NCBITaxon_${taxon}` },
  ],
}));
