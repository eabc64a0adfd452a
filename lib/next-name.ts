/** `Task` → `Task 2`, `Block 3` → `Block 4`, `cam1` → `cam2`: the first name after this one that is not taken. */
export function nextName(name: string, taken: Iterable<string>): string {
  const [, stem = '', space = '', digits] = /^(.*?)(\s*)(\d+)?$/s.exec(name) ?? [];
  const others = new Set(taken);
  const write = (number: bigint) =>
    digits === undefined ? `${stem} ${number}` : `${stem}${space}${String(number).padStart(digits.length, '0')}`;
  // Transponder numbers have more digits than a number of JavaScript is exact in.
  let next = digits === undefined ? 2n : BigInt(digits) + 1n;
  while (others.has(write(next).trim())) next++;
  return write(next).trim();
}
