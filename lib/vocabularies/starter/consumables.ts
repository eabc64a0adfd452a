import { starterId } from './starter-id';
import { supplierId } from './suppliers';
import { starterViruses } from './viruses';

export const consumablesSource =
  'Data sheets of the makers and catalogue pages of Addgene; a property that a data sheet gives only for some variants is left out.';

type Made = { readonly supplier: string; readonly type: string };

const made = ({ supplier, type }: Made, listed: [name: string, details: object, description?: string][]) =>
  listed.map(([name, details, description = '']) => ({
    id: starterId('consumable', name),
    name,
    supplier: supplierId(supplier),
    type,
    details,
    description,
  }));

const probes = [
  ...made({ supplier: 'imec', type: 'SiliconProbeDesign' }, [
    [
      'Neuropixels 1.0',
      {
        layout: 'Four columns, staggered',
        nChannels: 384,
        nShanks: 1,
        shanksThickness: 24,
        shanksLength: 10_000,
        siteArea: 144,
        verticalSpacing: 20,
      },
      '<p>384 of 960 sites are recorded at a time.</p>',
    ],
    [
      'Neuropixels 2.0, single shank',
      {
        layout: 'Two columns',
        nChannels: 384,
        nShanks: 1,
        shanksThickness: 24,
        shanksLength: 10_000,
        siteArea: 144,
        verticalSpacing: 15,
      },
      '<p>384 of 1280 sites are recorded at a time.</p>',
    ],
    [
      'Neuropixels 2.0, four shanks',
      {
        layout: 'Two columns on each shank',
        nChannels: 384,
        nShanks: 4,
        shanksSpacing: 250,
        shanksThickness: 24,
        shanksLength: 10_000,
        siteArea: 144,
        verticalSpacing: 15,
      },
      '<p>384 of 5120 sites are recorded at a time.</p>',
    ],
  ]),
  ...made({ supplier: 'Cambridge NeuroTech', type: 'SiliconProbeDesign' }, [
    ['H3', { layout: 'Linear', nChannels: 64, nShanks: 1, siteArea: 165, verticalSpacing: 20 }],
    ['H2', { layout: 'Linear', nChannels: 64, nShanks: 2, shanksSpacing: 250, siteArea: 165 }],
    ['P-1', { nChannels: 64, nShanks: 4 }],
    ['E-1', { nChannels: 64, nShanks: 4 }],
  ]),
  // The names of these say the layout: shanks x sites, length of shanks, spacings of sites and shanks, area of sites.
  ...made({ supplier: 'NeuroNexus', type: 'SiliconProbeDesign' }, [
    [
      'A1x16-3mm-100-177',
      { layout: 'Linear', nChannels: 16, nShanks: 1, shanksLength: 3000, siteArea: 177, verticalSpacing: 100 },
    ],
    [
      'A1x32-Poly2-5mm-50s-177',
      {
        layout: 'Two columns, staggered',
        nChannels: 32,
        nShanks: 1,
        shanksLength: 5000,
        siteArea: 177,
        verticalSpacing: 50,
      },
    ],
    [
      'A4x8-5mm-100-200-177',
      {
        layout: 'Linear',
        nChannels: 32,
        nShanks: 4,
        shanksSpacing: 200,
        shanksLength: 5000,
        siteArea: 177,
        verticalSpacing: 100,
      },
    ],
    ['Buzsaki32', { layout: 'Staggered at the tip', nChannels: 32, nShanks: 4, shanksSpacing: 200, siteArea: 160 }],
    ['Buzsaki64', { layout: 'Staggered at the tip', nChannels: 64, nShanks: 8, shanksSpacing: 200, siteArea: 160 }],
  ]),
];

const fiber = (
  productId: string,
  aperture: number,
  core: number,
  cladding: number,
  coating: number,
  range: [number, number],
) => ({
  productId,
  aperture,
  wavelengthMinimum: range[0],
  wavelengthMaximum: range[1],
  fiberType: 'Multimode, step index',
  coreDiameter: core,
  claddingDiameter: cladding,
  coatingDiameter: coating,
});

const fibers = made({ supplier: 'Thorlabs', type: 'OpticFiberDesign' }, [
  ['Thorlabs FT200EMT', fiber('FT200EMT', 0.39, 200, 225, 500, [400, 2200])],
  ['Thorlabs FT300EMT', fiber('FT300EMT', 0.39, 300, 325, 650, [400, 2200])],
  ['Thorlabs FT400EMT', fiber('FT400EMT', 0.39, 400, 425, 730, [400, 2200])],
  ['Thorlabs FT200UMT', fiber('FT200UMT', 0.39, 200, 225, 500, [300, 1200])],
  ['Thorlabs FP200URT', fiber('FP200URT', 0.5, 200, 225, 500, [300, 1200])],
  ['Thorlabs FP400URT', fiber('FP400URT', 0.5, 400, 425, 730, [300, 1200])],
]);

const agents = made({ supplier: 'Tocris Bioscience', type: 'PharmacologicalAgent' }, [
  [
    'Muscimol',
    {
      productId: '0289',
      activeIngredient: 'Muscimol',
      pharmacologicalCategory: 'Neuroactive',
      pharmacologicalClass: 'GABA-A receptor agonist',
    },
  ],
  [
    'Clozapine N-oxide',
    {
      productId: '4936',
      activeIngredient: 'Clozapine N-oxide',
      pharmacologicalCategory: 'Neuroactive',
      pharmacologicalClass: 'Actuator of DREADDs',
    },
  ],
  [
    'SCH 23390 hydrochloride',
    {
      productId: '0925',
      activeIngredient: 'SCH 23390',
      pharmacologicalCategory: 'Neuroactive',
      pharmacologicalClass: 'Dopamine D1-like receptor antagonist',
    },
  ],
  [
    'Tetrodotoxin citrate',
    {
      productId: '1069',
      activeIngredient: 'Tetrodotoxin',
      pharmacologicalCategory: 'Neuroactive',
      pharmacologicalClass: 'Blocker of voltage-gated sodium channels',
    },
  ],
]);

const materials = [
  ...made({ supplier: 'World Precision Instruments', type: 'ImplantMaterial' }, [
    ['Kwik-Cast', { productId: 'KWIK-CAST', type: 'silicone elastomer' }],
    ['Kwik-Sil', { productId: 'KWIK-SIL', type: 'silicone elastomer' }],
  ]),
  ...made({ supplier: 'Parkell', type: 'ImplantMaterial' }, [
    ['C&B Metabond', { productId: 'S380', type: 'dental cement' }],
  ]),
];

const viruses = starterViruses.map((virus) => ({ ...virus, supplier: supplierId('Addgene') }));

/** Designs of probes and fibers, viruses, drugs and materials that many laboratories keep in stock. */
export const starterConsumables = [...probes, ...fibers, ...viruses, ...agents, ...materials];
