import { starterId } from '@/lib/vocabularies/starter/starter-id';
import { virusId } from '@/lib/vocabularies/starter/viruses';
import type { Calendar } from './calendar';
import type { UserKey } from './people';
import { shared } from './setups';

export const inventories = [
  {
    key: 'inventory:freezer',
    ...shared('ingrid', 'okafor'),
    name: 'Freezer, −80 °C',
    location: 'Room 2.102',
    description: '<p>Viruses in drawer 3. Write what you take on the list at the door, too.</p>',
  },
  {
    key: 'inventory:probes',
    ...shared('lukas', 'okafor'),
    name: 'Probe cabinet',
    location: 'Room 2.104',
    description: '<p>Probes and fibers, dry and dark.</p>',
  },
  {
    key: 'inventory:surgery',
    ...shared('ingrid', 'okafor', 'imaging'),
    name: 'Surgery shelf',
    location: 'Room 2.106',
    description: '',
  },
];

const consumable = (name: string) => starterId('consumable', name);

export type StockKey =
  `stock:${'sensor' | 'neuropixels' | 'p1' | 'fiber-200' | 'fiber-400' | 'wire' | 'metabond' | 'muscimol'}`;
type Stock = {
  key: StockKey;
  inventory: (typeof inventories)[number]['key'];
  type: string;
  consumable: string | null;
  details: object;
  status: 'AVAILABLE' | 'RESERVED' | 'DEPLETED';
  notes?: string;
  storage_location?: string;
  storage_conditions?: string;
  intended_use?: string;
  /** Days before today; what expires later has a negative one. */
  acquired: number;
  expires?: number;
};

/** What lies in the inventories; most of it was used in surgeries. */
const stocks: Stock[] = [
  {
    key: 'stock:sensor',
    inventory: 'inventory:freezer',
    type: 'VirusSolution',
    consumable: virusId(140553),
    details: {
      titer: { value: 4e12, unit: 'vg/mL' },
      aliquotCount: 14,
      aliquotVolume: { value: 5, unit: 'µL' },
      batchId: '2209',
    },
    status: 'AVAILABLE',
    storage_location: 'Drawer 3, box B',
    storage_conditions: '−80 °C',
    intended_use: 'Dopamine in changing odds',
    acquired: 130,
    expires: -600,
  },
  {
    key: 'stock:neuropixels',
    inventory: 'inventory:probes',
    type: 'SiliconProbe',
    consumable: consumable('Neuropixels 1.0'),
    details: { probeIds: 'NP1-1884, NP1-1885, NP1-1890', quantity: 3 },
    status: 'AVAILABLE',
    notes: 'Removable holders; clean in Tergazyme after each explant.',
    acquired: 140,
  },
  {
    key: 'stock:p1',
    inventory: 'inventory:probes',
    type: 'SiliconProbe',
    consumable: consumable('P-1'),
    details: { probeIds: 'P1-64', quantity: 1 },
    status: 'RESERVED',
    acquired: 150,
  },
  {
    key: 'stock:fiber-200',
    inventory: 'inventory:probes',
    type: 'OpticFiber',
    consumable: consumable('Thorlabs FT200EMT'),
    details: { fiberIds: 'TH-200-39', quantity: 8 },
    status: 'AVAILABLE',
    storage_location: 'Tray 1',
    acquired: 160,
  },
  {
    key: 'stock:fiber-400',
    inventory: 'inventory:probes',
    type: 'OpticFiber',
    consumable: consumable('Thorlabs FP400URT'),
    details: { fiberIds: 'TH-400-50', quantity: 5 },
    status: 'AVAILABLE',
    storage_location: 'Tray 2',
    acquired: 160,
  },
  {
    key: 'stock:wire',
    inventory: 'inventory:probes',
    type: 'SingleWireElectrode',
    consumable: null,
    details: { wireIds: 'NiCr 12.5 µm', quantity: 2 },
    status: 'AVAILABLE',
    notes: 'Spools for twisting tetrodes.',
    acquired: 380,
  },
  {
    key: 'stock:metabond',
    inventory: 'inventory:surgery',
    type: 'ImplantMaterial',
    consumable: consumable('C&B Metabond'),
    details: { batchId: '240611', amount: '1 kit' },
    status: 'AVAILABLE',
    acquired: 95,
    expires: -270,
  },
  {
    key: 'stock:muscimol',
    inventory: 'inventory:freezer',
    type: 'PharmacologicalAgent',
    consumable: consumable('Muscimol'),
    details: { activeIngredient: 'Muscimol', amount: '10 mg', pharmacologicalCategory: 'Neuroactive' },
    status: 'DEPLETED',
    acquired: 300,
  },
];

/** The stock with dates relative to today. */
export const consumablestocks = (days: Calendar) =>
  stocks.map(({ acquired, expires, ...stock }) => ({
    ...stock,
    created_by: 'user:ingrid' satisfies UserKey,
    acquisition_date: days.daysAgo(acquired),
    expiration_date: expires === undefined ? null : days.daysAgo(expires),
  }));
