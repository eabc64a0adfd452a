/** Spellings met in older records, in exports of other tools and in hand-typed files, by the unit they stand for. */
const spellings: Record<string, string> = {
  s: 'sec secs second seconds',
  min: 'mins minute minutes',
  h: 'hr hrs hour hours',
  ms: 'msec millisecond milliseconds',
  µs: 'us usec microsecond microseconds',
  days: 'd day',
  m: 'meter meters metre metres',
  cm: 'centimeter centimeters',
  mm: 'millimeter millimeters millimetre millimetres',
  µm: 'um micron microns micrometer micrometers micrometre micrometres',
  nm: 'nanometer nanometers nanometre nanometres',
  L: 'l liter liters litre litres',
  mL: 'ml',
  µL: 'ul uL µl microliter microliters',
  nL: 'nl',
  pL: 'pl',
  g: 'gram grams',
  mg: 'milligram milligrams',
  µg: 'ug mcg microgram micrograms',
  V: 'volt volts',
  µV: 'uV microvolt microvolts',
  µA: 'uA microampere microamperes',
  µW: 'uW',
  µM: 'uM',
  µT: 'uT',
  µN: 'uN',
  Ω: 'ohm ohms Ohm Ohms',
  kΩ: 'kohm kohms kOhm kOhms',
  MΩ: 'MOhm MOhms Mohm Mohms',
  Hz: 'hz hertz',
  kHz: 'khz',
  RPM: 'rpm',
  // Titers were once in units/mL; the first unit offered today is what those records show.
  vg: 'units',
  '°': 'deg degree degrees',
  '°C': 'C degC celsius',
  '°F': 'F degF fahrenheit',
  '%': 'percent pct',
};

const unitOf = new Map(
  Object.entries(spellings).flatMap(([unit, others]) => others.split(' ').map((other) => [other, unit] as const)),
);

/**
 * The allowed unit that a spelling stands for, or null. Greek letters typed as other code points, `u` for `µ`, and
 * whole words are understood, also on either side of a slash; case is not guessed (mW and MW differ).
 */
export function allowedUnit(spelling: string, allowed: readonly string[]): string | null {
  const typed = spelling.trim().replaceAll('μ', 'µ').replaceAll('\u2126', 'Ω');
  if (allowed.includes(typed)) return typed;
  const parts = typed.split('/').map((part) => unitOf.get(part.trim()) ?? part.trim());
  // A resolution was once written per step of the converter: µV/bit.
  if (parts.length === 2 && parts[1] === 'bit') parts.pop();
  const unit = parts.join('/');
  return allowed.includes(unit) ? unit : null;
}
