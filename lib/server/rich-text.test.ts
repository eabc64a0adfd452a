import { describe, expect, it } from 'vitest';
import { models } from '@/lib/models';
import { sanitiseRichText, withCleanText } from './rich-text';

const id = '019ac2f0-0000-7000-8000-000000000001';

describe('images in rich text', () => {
  it('are those of our own files, by their plain address', () => {
    const clean = `<p>a<img src="/files/${id}" alt="Rig" width="40" height="30" loading="lazy" /></p>`;
    const given = `<p>a<img src="https://lab.example.org/files/${id}?size=preview" alt="Rig" width="40" height="30" onerror="x()" style="position:fixed" srcset="https://evil.example/x 2x"></p>`;
    expect(sanitiseRichText(given)).toBe(clean);
    expect(sanitiseRichText(clean)).toBe(clean);
  });

  it.each([
    'https://evil.example/x.png',
    'data:image/png;base64,AAAA',
    'blob:https://lab.example.org/1',
    `//evil.example/files/${id}`,
    'javascript:alert(1)',
    '/api/private/stem/session/',
    '',
  ])('are gone from %j', (src) => expect(sanitiseRichText(`<p>a<img src="${src}" alt="x">b</p>`)).toBe('<p>ab</p>'));

  it('keep a size only when it is one, and a text that can’t break out', () => {
    expect(sanitiseRichText(`<img src="/files/${id}" width="9" height="100%" alt='"><script>x</script>'>`)).toBe(
      `<img src="/files/${id}" alt="&quot;&gt;&lt;script&gt;x&lt;/script&gt;" loading="lazy" />`,
    );
  });
});

it('is cleaned in a record wherever it is, and nothing else with it', () => {
  const record = { name: '<b>Rig</b>', location: null, description: '<p>Whiskers</p><script>alert(1)</script>' };
  expect(withCleanText(models.setup, record)).toEqual({ ...record, description: '<p>Whiskers</p>' });
});

describe('a text nested without end', () => {
  it.each([
    ['open', '<b>'.repeat(66_000)],
    ['open, with ends of others', '<b></i>'.repeat(28_000)],
    ['open after many ends', `${'</b>'.repeat(20_000)}${'<b>'.repeat(20_000)}`],
    ['closed', `${'<b>'.repeat(6000)}${'</b>'.repeat(6000)}`],
  ])('keeps its words alone: %s', (_, tags) => {
    expect(sanitiseRichText(`${tags}licking &amp; whisking`)).toBe('licking &amp; whisking');
  });

  it('is not one that is long', () => {
    const table = `<table><tbody>${'<tr><td>1</td><td><br>2</td></tr>'.repeat(6000)}</tbody></table>`;
    expect(sanitiseRichText(table)).toBe(table.replaceAll('<br>', '<br />'));
  });
});
