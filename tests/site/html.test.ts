import { describe, expect, it } from 'vitest';
import { escapeHtml, html, linkOut, prose } from '../../src/render/site/html.js';

describe('texts in pages', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onclick="x', '&quot; onclick=&quot;x'],
    ["' &amp;", '&#39; &amp;amp;'],
    ['a\u0000b\u0085c\ud800', 'a\ufffdb\ufffdc\ufffd'],
    ['\u00e9 \ud83d\ude00 \u05e9', '\u00e9 \ud83d\ude00 \u05e9'],
  ])('%j means itself', (text, written) => {
    expect(escapeHtml(text)).toBe(written);
  });

  it('escapes whatever is put into a template, in lists as well, and nothing twice', () => {
    expect(html`<p title="${'"'}">${['<', html`<b>${'&'}</b>`, undefined, false, 3]}</p>`.text).toBe('<p title="&quot;">&lt;<b>&amp;</b>3</p>');
  });

  it('shows names between back quotes as names', () => {
    expect(prose('`a<b` and `c').text).toBe('<code>a&lt;b</code> and `c');
  });
});

describe('links out of the site', () => {
  it.each(['https://a.example/x?y=1&z="2"', 'mailto:desk@a.example', 'tel:+431234'])('%s leads there', (address) => {
    expect(linkOut(address, 'there').text).toContain('<a href="');
  });

  it.each(['javascript:alert(1)', 'JaVaScript:alert(1)', 'java\tscript:alert(1)', '\u0001javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '//a.example', '/x', 'x', 'https:', 'blob:https://a.example/x'])('%j is no link', (address) => {
    expect(linkOut(address, 'there').text).toBe('there');
  });
});
