import { describe, expect, it } from 'vitest';
import { fileAddress, imagesIn, parseFileAddress, replaceImages } from './files';

const [one, two] = ['019ac2f0-0000-7000-8000-000000000001', '019ac2f0-0000-7000-8000-000000000002'];

describe('addresses of files', () => {
  it.each([
    [fileAddress(one), { id: one, name: null }],
    [fileAddress(one, 'a b/ü.pdf'), { id: one, name: 'a b/ü.pdf' }],
    [`https://lab.example.org/files/${one}?size=preview`, { id: one, name: null }],
    [`/files/${one}/%E0%A4%A`, { id: one, name: null }],
    [`//evil.example/files/${one}`, null],
    [`javascript:/files/${one}`, null],
    [`/files/${one}/a/b`, null],
    ['/files/../secret', null],
  ])('%s', (address, found) => expect(parseFileAddress(address)).toEqual(found));
});

describe('images in a text', () => {
  const html = `<p>src="/files/${two}"</p><img src="/files/${one}" alt="x"><img alt="&lt;img src=" src="/files/${one}">`;

  it('are those of tags, each once', () => expect(imagesIn(html)).toEqual([one]));

  it('are replaced, and nothing else', () =>
    expect(replaceImages(html, new Map([[one, two]]))).toBe(
      html.replaceAll(`src="/files/${one}`, `src="/files/${two}`),
    ));
});
