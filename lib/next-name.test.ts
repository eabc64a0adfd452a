import { describe, expect, it } from 'vitest';
import { nextName } from './next-name';

describe('nextName', () => {
  it.each([
    ['Task', [], 'Task 2'],
    ['Task', ['Task', 'Task 2'], 'Task 3'],
    ['Block 3', ['Block 3'], 'Block 4'],
    ['cam1', ['cam1', 'cam2'], 'cam3'],
    ['ttl09', [], 'ttl10'],
    ['ttl01', [], 'ttl02'],
    ['', [], '2'],
    ['M12345678901234567', ['M12345678901234568'], 'M12345678901234569'],
  ])('%s beside %j gives %s', (name, taken, next) => expect(nextName(name, taken)).toBe(next));
});
