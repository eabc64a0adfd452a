import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDocument } from './fixtures/arbitrary';
import { fixture } from './fixtures/read';
import { profiles } from './shape';
import { validateSessionToml } from './validate';
import { writeSessionToml } from './write';

describe('writeSessionToml', () => {
  it('leaves a canonical file as it is, to the byte', () => {
    const text = fixture('valid.toml');
    const { value } = validateSessionToml(text);
    expect(value && writeSessionToml(value)).toBe(text);
  });

  it('names orders by time as the profile does, and keeps continuous_time for the pipeline', () => {
    const text = fixture('recorded-session.toml').replaceAll('"name_asc"', '"time_asc"');
    const { value } = validateSessionToml(text, 'pipeline');
    if (!value) throw new Error('The fixture is valid.');
    const strict = writeSessionToml(value, '1.0');
    expect(strict).toContain('order = "mtime_asc"');
    expect(strict).not.toContain('continuous_time');
    expect(validateSessionToml(strict).valid).toBe(true);
    const forPipeline = writeSessionToml(value, 'pipeline');
    expect(forPipeline).toContain('order = "time_asc"\ncontinuous_time = false\n');
    expect(validateSessionToml(forPipeline, 'pipeline').value).toEqual(value);
  });

  it('escapes what a basic string cannot hold, and nothing else', () => {
    const { value } = validateSessionToml(fixture('valid.toml'));
    if (!value) throw new Error('The fixture is valid.');
    value.session.description = 'a"b\\c\b\t\n\f\r\u0001\u007f\u0085 ä 😀 \ud800';
    const text = writeSessionToml(value);
    expect(text).toContain(String.raw`description = "a\"b\\c\b\t\n\f\r\u0001\u007F\u0085 ä 😀 ` + '\ufffd"');
  });

  it.each(profiles)(
    'round trip in profile %s: reading what was written gives the document, and the same bytes',
    (profile) => {
      fc.assert(
        fc.property(anyDocument(profile), (document) => {
          const text = writeSessionToml(document, profile);
          const { value, problems } = validateSessionToml(text, profile);
          expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(value).toEqual(document);
          expect(value && writeSessionToml(value, profile)).toBe(text);
          expect(text).toMatch(/[^\n]\n$/);
          expect(text).not.toContain('\r');
        }),
        { numRuns: 300, seed: 5 },
      );
    },
  );
});
