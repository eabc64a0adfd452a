import { starterSpecies } from './species';
import { starterId } from './starter-id';

export const strainsSource =
  'Catalogues of The Jackson Laboratory (JAX), Charles River, MMRRC, BDSC, CGC and ZFIN; RRIDs as in the SciCrunch registry, November 2026.';

type Breeding = 'inbred' | 'outbred' | 'wild_type' | 'unknown';
type Listed = [name: string, popularName: string, identifier: string, appearance: string, description: string];

// A six-digit identifier is a JAX stock number; others are RRIDs or empty.
const inbredMice: Listed[] = [
  [
    'C57BL/6J',
    'Black 6',
    '000664',
    'Black coat',
    'Most used inbred strain; background of many lines. Early hearing loss.',
  ],
  ['C57BL/6NJ', 'Black 6 N', '005304', 'Black coat', 'Inbred; carries the rd8 mutation of Crb1.'],
  ['BALB/cJ', '', '000651', 'White coat, red eyes', 'Inbred albino.'],
  ['129S1/SvImJ', '129', '002448', 'Agouti coat', 'Inbred; origin of many embryonic stem cell lines.'],
  ['DBA/2J', '', '000671', 'Dilute brown coat', 'Inbred; glaucoma and hearing loss with age.'],
  ['C3H/HeJ', '', '000659', 'Agouti coat', 'Inbred; retinal degeneration (rd1).'],
  ['FVB/NJ', '', '001800', 'White coat, red eyes', 'Inbred; large pronuclei and litters; retinal degeneration (rd1).'],
  ['CBA/J', '', '000656', 'Agouti coat', 'Inbred; good hearing; retinal degeneration (rd1).'],
  ['CBA/CaJ', '', '000654', 'Agouti coat', 'Inbred; good hearing into old age.'],
  ['A/J', '', '000646', 'White coat, red eyes', 'Inbred albino.'],
];
const miceLines: Listed[] = [
  ['B6.129P2-Pvalb<tm1(cre)Arbr>/J', 'PV-Cre', '017320', 'Black coat', 'Cre in parvalbumin-expressing neurons.'],
  ['STOCK Sst<tm2.1(cre)Zjh>/J', 'SST-IRES-Cre', '013044', '', 'Cre in somatostatin-expressing neurons.'],
  [
    'STOCK Vip<tm1(cre)Zjh>/J',
    'VIP-IRES-Cre',
    '010908',
    '',
    'Cre in neurons that express vasoactive intestinal peptide.',
  ],
  ['STOCK Gad2<tm2(cre)Zjh>/J', 'Gad2-IRES-Cre', '010802', '', 'Cre in GABAergic neurons.'],
  ['STOCK Slc32a1<tm2(cre)Lowl>/J', 'Vgat-IRES-Cre', '016962', '', 'Cre in inhibitory neurons.'],
  ['STOCK Slc17a6<tm2(cre)Lowl>/J', 'Vglut2-IRES-Cre', '016963', '', 'Cre in neurons that express VGLUT2.'],
  [
    'B6.129S2-Emx1<tm1(cre)Krj>/J',
    'Emx1-IRES-Cre',
    '005628',
    'Black coat',
    'Cre in excitatory neurons of cortex and hippocampus.',
  ],
  [
    'B6.Cg-Tg(Camk2a-cre)T29-1Stl/J',
    'CaMKIIα-Cre T29-1',
    '005359',
    'Black coat',
    'Cre in CA1 pyramidal cells, later in other forebrain neurons.',
  ],
  ['B6.SJL-Slc6a3<tm1.1(cre)Bkmn>/J', 'DAT-IRES-Cre', '006660', 'Black coat', 'Cre in dopaminergic neurons.'],
  ['B6.Cg-7630403G23Rik<Tg(Th-cre)1Tmd>/J', 'TH-Cre', '008601', 'Black coat', 'Cre in catecholaminergic neurons.'],
  ['B6;129S6-Chat<tm2(cre)Lowl>/J', 'ChAT-IRES-Cre', '006410', '', 'Cre in cholinergic neurons.'],
  ['B6.Cg-Gt(ROSA)26Sor<tm14(CAG-tdTomato)Hze>/J', 'Ai14', '007914', 'Black coat', 'Cre-dependent tdTomato.'],
  [
    'B6.Cg-Gt(ROSA)26Sor<tm32(CAG-COP4*H134R/EYFP)Hze>/J',
    'Ai32',
    '024109',
    'Black coat',
    'Cre-dependent ChR2(H134R)-EYFP.',
  ],
  ['B6J.Cg-Gt(ROSA)26Sor<tm95.1(CAG-GCaMP6f)Hze>/MwarJ', 'Ai95D', '028865', 'Black coat', 'Cre-dependent GCaMP6f.'],
  [
    'C57BL/6J-Tg(Thy1-GCaMP6s)GP4.3Dkim/J',
    'Thy1-GCaMP6s GP4.3',
    '024275',
    'Black coat',
    'GCaMP6s in excitatory neurons.',
  ],
  [
    'C57BL/6J-Tg(Thy1-GCaMP6f)GP5.17Dkim/J',
    'Thy1-GCaMP6f GP5.17',
    '025393',
    'Black coat',
    'GCaMP6f in excitatory neurons.',
  ],
  [
    'B6.Cg-Tg(Thy1-COP4/EYFP)18Gfng/J',
    'Thy1-ChR2-YFP line 18',
    '007612',
    'Black coat',
    'ChR2-EYFP in layer 5 pyramidal and other neurons.',
  ],
  [
    'B6SJL-Tg(APPSwFlLon,PSEN1*M146L*L286V)6799Vas/Mmjax',
    '5xFAD',
    'RRID:MMRRC_034840-JAX',
    '',
    'Model of amyloid pathology with five familial mutations.',
  ],
];
const outbredMice: Listed[] = [
  ['Crl:CD1(ICR)', 'CD-1', 'RRID:IMSR_CRL:022', 'White coat, red eyes', 'Outbred; large litters.'],
];
const outbredRats: Listed[] = [
  ['Long-Evans', 'Hooded rat', 'RRID:RGD_2308852', 'White with black hood', 'Outbred (Crl:LE).'],
  ['Sprague Dawley', 'SD', 'RRID:RGD_734476', 'White coat, red eyes', 'Outbred (Crl:SD).'],
  ['Wistar', '', '', 'White coat, red eyes', 'Outbred.'],
  ['Lister Hooded', '', '', 'White with black hood', 'Outbred.'],
];
const inbredRats: Listed[] = [
  ['Brown Norway', 'BN', '', 'Brown coat', 'Inbred.'],
  ['Fischer 344', 'F344', '', 'White coat, red eyes', 'Inbred; used in studies of ageing.'],
  ['Lewis', 'LEW', '', 'White coat, red eyes', 'Inbred.'],
];

const group = (species: string, breeding: Breeding, listed: Listed[]) =>
  listed.map(([name, popularName, identifier, appearance, description]) => {
    const isJax = /^\d{6}$/.test(identifier);
    return {
      id: starterId('strain', name),
      name,
      description,
      species: starterId('species', species),
      popular_name: popularName,
      breeding,
      appearance,
      rrid: isJax ? `RRID:IMSR_JAX:${identifier}` : identifier,
      external_identifiers: isJax
        ? [{ source: 'JAX', identifier, url: `https://www.jax.org/strain/${identifier}` }]
        : [],
    };
  });

const named = [
  ...group('Mus musculus', 'inbred', inbredMice),
  ...group('Mus musculus', 'unknown', miceLines),
  ...group('Mus musculus', 'outbred', outbredMice),
  ...group('Rattus norvegicus', 'outbred', outbredRats),
  ...group('Rattus norvegicus', 'inbred', inbredRats),
  ...group('Danio rerio', 'wild_type', [
    ['AB', 'Zebrafish AB', '', 'Striped; larvae transparent', 'Common wild-type line.'],
    ['TU', 'Tübingen', '', 'Striped; larvae transparent', 'Common wild-type line; sequenced genome.'],
  ]),
  ...group('Drosophila melanogaster', 'wild_type', [
    ['Canton-S', 'CS', 'RRID:BDSC_64349', 'Red eyes', 'Wild-type stock.'],
    ['w1118', '', 'RRID:BDSC_5905', 'White eyes', 'Background of many transgenic stocks.'],
  ]),
  ...group('Caenorhabditis elegans', 'wild_type', [
    ['N2', 'Bristol', 'RRID:WB-STRAIN:WBStrain00000001', 'Transparent', 'Reference wild type.'],
  ]),
];

// A subject needs a strain also where a species has none, or where it is not known.
const unspecified = starterSpecies.flatMap(({ name, popular_name }) =>
  group(name, 'unknown', [
    [`${popular_name}, strain not specified`, '', '', '', 'For subjects of no or of unknown strain.'],
  ]),
);

/** Common strains and lines, and for every species one that stands for "not specified". */
export const starterStrains = [...named, ...unspecified];
