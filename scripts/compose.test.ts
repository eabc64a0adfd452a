import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { envSchema, parseEnv } from '@/lib/server/env';

const read = (name: string) => readFileSync(path.resolve(import.meta.dirname, '..', name), 'utf8');
const text = read('docker-compose.yml');

type Service = {
  environment?: Record<string, string>;
  profiles?: string[];
  volumes?: string[];
  configs?: { source: string }[];
};
type Compose = { services: Record<string, Service>; volumes: object; configs: Record<string, { content: string }> };
const compose = parse(text, { uniqueKeys: true }) as Compose;

/** What only the file itself reads. */
const ownVariables = ['DATABASE_PASSWORD', 'SITE', 'GARAGE_RPC_SECRET'];
const known = new Set([...Object.keys(envSchema.shape), ...ownVariables]);

describe('docker-compose.yml', () => {
  it('gives the app only variables that it reads, from variables of that name', () => {
    const given = Object.keys(compose.services.app?.environment ?? {});
    expect(given.filter((name) => !(name in envSchema.shape))).toEqual([]);
    const used = [...text.matchAll(/\$\{([A-Z][A-Z0-9_]*)/g)].map(([, name = '']) => name);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
    // All that a bucket needs comes through.
    expect(given).toEqual(
      expect.arrayContaining(Object.keys(envSchema.shape).filter((name) => name.startsWith('S3_'))),
    );
  });

  it('names only volumes and configs that it has', () => {
    for (const { volumes = [], configs = [] } of Object.values(compose.services)) {
      const named = volumes.map((one) => one.split(':')[0] ?? '').filter((name) => !name.startsWith('.'));
      for (const name of named) expect(compose.volumes).toHaveProperty(name);
      for (const { source } of configs) expect(compose.configs).toHaveProperty(source);
    }
  });

  it('starts the bucket only when asked, with the keys of the app, in the region that the app asks for', () => {
    const { objects } = compose.services;
    expect(objects?.profiles).toEqual(['objects']);
    expect(objects?.environment).toMatchObject({
      GARAGE_DEFAULT_BUCKET: '${S3_BUCKET:-}',
      GARAGE_DEFAULT_ACCESS_KEY: '${S3_ACCESS_KEY_ID:-}',
      GARAGE_DEFAULT_SECRET_KEY: '${S3_SECRET_ACCESS_KEY:-}',
    });
    const { S3_REGION: region } = parseEnv({ DATABASE_URL: 'postgresql://x/x', NEXTAUTH_SECRET: 's'.repeat(32) });
    expect(compose.configs.garage?.content).toContain(`s3_region = "${region}"`);
  });
});

describe('docs/deployment.md', () => {
  const guide = read('docs/deployment.md');

  it('names variables that there are, and settings that are valid', () => {
    const named = [...guide.matchAll(/\b(?:S3|GARAGE)_[A-Z_]+\b/g)].map(([name]) => name);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    const lines = [...guide.matchAll(/^(S3_[A-Z_]+)=(.+)$/gm)].map(([, name, value]) => [name, value]);
    const given = { DATABASE_URL: 'postgresql://x/x', NEXTAUTH_SECRET: 's'.repeat(32), ...Object.fromEntries(lines) };
    expect(parseEnv(given)).toMatchObject({
      S3_BUCKET: 'sulcus',
      S3_ENDPOINT: 'http://objects:3900',
      S3_PATH_STYLE: true,
    });
  });
});
