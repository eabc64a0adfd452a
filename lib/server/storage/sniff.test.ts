import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeImage, pdf, svg } from '@/test/images';
import { fileName } from './file-name';
import { sniff } from './sniff';

const text = (content: string) => Buffer.from(content);
const office = (part: string) => {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x.xml" ContentType="application/vnd.openxmlformats-officedocument.${part}+xml"/></Types>`;
  return zipSync({ '[Content_Types].xml': text(types), 'x.xml': text('<x/>') });
};

describe('the type of a file', () => {
  it.each([
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['gif', 'image/gif'],
  ] as const)('is that of its bytes: %s, whatever its name', async (format, mediaType) =>
    expect(await sniff(await makeImage({ format }), 'notes.txt')).toMatchObject({ mediaType, isImage: true }),
  );

  it.each([
    ['a PDF', pdf, 'x.png', 'application/pdf'],
    ['a Word file', office('wordprocessingml.document.main'), 'x', 'wordprocessingml.document'],
    ['a workbook', office('spreadsheetml.sheet.main'), 'x', 'spreadsheetml.sheet'],
    ['a table', text('a,b\n1,2\n'), 'table.csv', 'text/csv'],
    ['Markdown', text('# How\n'), 'how.MD', 'text/markdown'],
    ['text of any other name', text('how to do it'), 'how.exe', 'text/plain'],
  ])('of %s', async (_, bytes, name, mediaType) => expect((await sniff(bytes, name))?.mediaType).toContain(mediaType));

  it.each([
    ['SVG', svg, 'x.png'],
    ['SVG behind a declaration', text('<?xml version="1.0"?><svg/>'), 'x.txt'],
    ['HTML', text('  <!DOCTYPE html><p>x'), 'x.txt'],
    ['HTML without a beginning', text('<script>alert(1)</script>'), 'x.md'],
    ['a program', Buffer.from('7f454c4602010100', 'hex'), 'x.pdf'],
    ['an archive', zipSync({ 'a.txt': text('a') }), 'x.docx'],
    ['what is no text', Buffer.from([0xff, 0xfe, 0xfd, 0x00]), 'x.txt'],
    ['nothing', Buffer.alloc(0), 'x.txt'],
  ])('is none for %s', async (_, bytes, name) => expect(await sniff(bytes, name)).toBeNull());
});

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\Users\\ana\\rig.JPG', 'rig.png'],
    ['evil.html', 'evil.png'],
    ['a"b<c>.png', 'abc.png'],
    ['..', 'file.png'],
    ['', 'file.png'],
    ['r\u202egpj.exe', 'rgpj.png'],
    ['\r\nSet-Cookie: x', 'Set-Cookie x.png'],
    ['Versuchsaufbau 2 – Käfig.jpeg', 'Versuchsaufbau 2 – Käfig.png'],
  ])('%j becomes %j', (given, kept) => expect(fileName(given, 'png')).toBe(kept));

  it('is not endless', () => expect(fileName('x'.repeat(5000), 'png')).toHaveLength(104));
});
