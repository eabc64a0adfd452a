import { starterId } from './starter-id';

// The capsid is that of a batch, so it is left to the stock.
type Listed = [plasmid: number, name: string, promoter: string, gene: string, reporter: string, other?: string];

const listed: Listed[] = [
  [26969, 'pAAV-CaMKIIa-hChR2(H134R)-EYFP', 'CaMKIIa', 'hChR2(H134R)', 'EYFP'],
  [20298, 'pAAV-EF1a-double floxed-hChR2(H134R)-EYFP-WPRE-HGHpA', 'EF1a', 'hChR2(H134R)', 'EYFP', 'Cre-dependent'],
  [
    20297,
    'pAAV-EF1a-double floxed-hChR2(H134R)-mCherry-WPRE-HGHpA',
    'EF1a',
    'hChR2(H134R)',
    'mCherry',
    'Cre-dependent',
  ],
  [26966, 'pAAV-Ef1a-DIO eNpHR 3.0-EYFP', 'EF1a', 'eNpHR 3.0', 'EYFP', 'Cre-dependent'],
  [59171, 'pAAV-Syn-ChrimsonR-tdT', 'Syn', 'ChrimsonR', 'tdTomato'],
  [105677, 'pAAV_hSyn1-SIO-stGtACR2-FusionRed', 'hSyn1', 'stGtACR2', 'FusionRed', 'Cre-dependent'],
  [100843, 'pAAV.Syn.GCaMP6s.WPRE.SV40', 'Syn', 'GCaMP6s', ''],
  [100837, 'pAAV.Syn.GCaMP6f.WPRE.SV40', 'Syn', 'GCaMP6f', ''],
  [100845, 'pAAV.Syn.Flex.GCaMP6s.WPRE.SV40', 'Syn', 'GCaMP6s', '', 'Cre-dependent'],
  [100833, 'pAAV.Syn.Flex.GCaMP6f.WPRE.SV40', 'Syn', 'GCaMP6f', '', 'Cre-dependent'],
  [100834, 'pAAV.CamKII.GCaMP6f.WPRE.SV40', 'CaMKII', 'GCaMP6f', ''],
  [104487, 'pGP-AAV-syn-jGCaMP7s-WPRE', 'Syn', 'jGCaMP7s', ''],
  [104488, 'pGP-AAV-syn-jGCaMP7f-WPRE', 'Syn', 'jGCaMP7f', ''],
  [162374, 'pGP-AAV-syn-jGCaMP8s-WPRE', 'Syn', 'jGCaMP8s', ''],
  [162375, 'pGP-AAV-syn-jGCaMP8m-WPRE', 'Syn', 'jGCaMP8m', ''],
  [162376, 'pGP-AAV-syn-jGCaMP8f-WPRE', 'Syn', 'jGCaMP8f', ''],
  [111068, 'pAAV-hSyn-dLight1.2', 'hSyn', 'dLight1.2', ''],
  [140553, 'pAAV-hsyn-GRAB_DA2m', 'hSyn', 'GRAB_DA2m', ''],
  [44361, 'pAAV-hSyn-DIO-hM3D(Gq)-mCherry', 'hSyn', 'hM3D(Gq)', 'mCherry', 'Cre-dependent'],
  [44362, 'pAAV-hSyn-DIO-hM4D(Gi)-mCherry', 'hSyn', 'hM4D(Gi)', 'mCherry', 'Cre-dependent'],
  [50474, 'pAAV-hSyn-hM3D(Gq)-mCherry', 'hSyn', 'hM3D(Gq)', 'mCherry'],
  [50475, 'pAAV-hSyn-hM4D(Gi)-mCherry', 'hSyn', 'hM4D(Gi)', 'mCherry'],
  [50465, 'pAAV-hSyn-EGFP', 'hSyn', '', 'EGFP'],
  [114472, 'pAAV-hSyn-mCherry', 'hSyn', '', 'mCherry'],
  [50459, 'pAAV-hSyn-DIO-mCherry', 'hSyn', '', 'mCherry', 'Cre-dependent'],
  [105553, 'pENN.AAV.hSyn.Cre.WPRE.hGH', 'hSyn', 'Cre', ''],
  [105558, 'pENN.AAV.CamKII 0.4.Cre.SV40', 'CaMKII 0.4', 'Cre', ''],
];

/** The id of a starter virus by the number of its plasmid at Addgene. */
export const virusId = (plasmid: number): string => starterId('consumable', `Addgene ${plasmid}`);

const given = (details: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''));

/** Viral constructs in common use, with the identifiers of their plasmids; without a supplier. */
export const starterViruses = listed.map(([plasmid, name, promoter, gene, reporter, other = '']) => ({
  id: virusId(plasmid),
  name,
  type: 'VirusConstruct',
  details: given({ product_id: String(plasmid), virus_type: 'AAV', promoter, gene, reporter, other_element: other }),
  description: '',
  rrid: `RRID:Addgene_${plasmid}`,
}));
