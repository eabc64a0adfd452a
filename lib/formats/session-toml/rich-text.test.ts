import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText, textToHtml } from './rich-text';

describe('textToHtml', () => {
  it.each<[string, string]>([
    ['', ''],
    [' \n ', ''],
    ['One & <two>', '<p>One &amp; &lt;two&gt;</p>'],
    ['a\nb\n\nc\r\n \r\nd', '<p>a<br>b</p><p>c</p><p>d</p>'],
  ])('%j', (text, html) => {
    expect(textToHtml(text)).toBe(html);
  });
});

describe('htmlToText', () => {
  it.each<[string, string, string]>([
    ['paragraphs and line breaks', '<p>a<br>b</p>\n<p> c  d </p>', 'a\nb\n\nc d'],
    ['headings', '<h2>Day 5</h2><p>Fine.</p>', 'Day 5\n\nFine.'],
    ['marks', '<p>a <strong>b</strong><em>c</em> <code>d</code></p>', 'a bc d'],
    ['entities', '<p>&lt;&#233;&#x1F600;&nbsp;&amp;amp; &unknown;</p>', '<é😀 &amp; &unknown;'],
    ['lists', '<p>Do:</p><ul><li><p>a</p></li><li><p>b</p></li></ul><p>Done.</p>', 'Do:\n\n- a\n- b\n\nDone.'],
    ['numbered and nested lists', '<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>', '1. a\n  - b\n2. c'],
    [
      'links',
      '<p><a href="https://x.org/?a=1&amp;b=2">here</a> <a href="https://y.org">https://y.org</a></p>',
      'here (https://x.org/?a=1&b=2) https://y.org',
    ],
    ['preformatted text', '<pre><code>a  b\n  c</code></pre>', 'a  b\n  c'],
    ['tables', '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>', 'a | b\n1 | 2'],
    ['pictures', '<p>See <img src="x.png" alt="the rig"></p>', 'See the rig'],
    ['empty items', '<ul><li></li><li>b</li></ul><p>c</p>', '-\n- b\n\nc'],
    ['nothing', '<p></p><p><br></p>', ''],
  ])('reads %s', (_, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('gives back plain text whose blanks are ordinary', () => {
    const word = fc.stringMatching(/^[!-~äß😀]{1,6}$/u);
    const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 4 }), (paragraphs) => {
        const text = paragraphs.join('\n\n');
        expect(htmlToText(textToHtml(text))).toBe(text);
      }),
      { seed: 6 },
    );
  });

  it('does not hang on broken markup', { timeout: 60_000 }, () => {
    for (const unit of ['<a ', '<', '&', '<li>', '<a href="x">'])
      expect(typeof htmlToText(unit.repeat(100_000 / unit.length))).toBe('string');
  });
});
