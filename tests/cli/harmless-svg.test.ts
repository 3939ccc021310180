import { describe, expect, it } from 'vitest';
import { problemOfSvg } from '../../src/cli/render/harmless-svg.js';

const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="20">${inside}</svg>`;

describe('a picture that a browser has drawn', () => {
  it.each([
    '<g class="a" style="fill: red;"><path d="M0,0 L10,10" marker-end="url(#arrow)"/><text x="1">Words &lt;script&gt; &amp; url(https://evil.example)</text></g>',
    '<style>#picture { fill: url(#shade); font-family: &quot;Arial&quot;; } @keyframes dash { to { stroke-dashoffset: 0; } }</style>',
    '<foreignObject width="10" height="10"><div xmlns="http://www.w3.org/1999/xhtml" style="display: table-cell;"><span><p>one<br/>two</p></span></div></foreignObject>',
    '<rect data-id="javascript:alert(1)" fill="url(&quot;#shade&quot;)"/>',
  ])('is shown where nothing in it runs or leads out of it: %s', (inside) => {
    expect(problemOfSvg(`${svg(inside)}\n`)).toBeUndefined();
  });

  it.each([
    ['<script>alert(1)</script>', '<script>'],
    ['<SCRIPT>alert(1)</SCRIPT>', '<SCRIPT>'],
    ['<svg:script>alert(1)</svg:script>', '<svg:script>'],
    ['<a href="https://evil.example"><rect/></a>', '<a>'],
    ['<image href="https://evil.example/x.png"/>', '<image>'],
    ['<use href="https://evil.example/x.svg#a"/>', '<use>'],
    ['<animate attributeName="href" to="javascript:alert(1)"/>', '<animate>'],
    ['<set attributeName="onclick" to="alert(1)"/>', '<set>'],
    ['<foreignObject><iframe src="https://evil.example"/></foreignObject>', '<iframe>'],
    ['<foreignObject><img src="x" onerror="alert(1)"/></foreignObject>', '<img>'],
    ['<rect onload="alert(1)"/>', 'attribute `onload`'],
    ['<rect ONCLICK="alert(1)"/>', 'attribute `ONCLICK`'],
    ['<g xlink:href="https://evil.example"/>', 'attribute `xlink:href`'],
    ['<g xmlns:x="http://evil.example/"/>', 'speaks of `http://evil.example/`'],
    ['<g xml:base="https://evil.example/"/>', 'attribute `xml:base`'],
    ['<rect fill="url(https://evil.example/x.svg#a)"/>', 'attribute `fill` reaches out'],
    ['<rect fill="url( #a)"/>', 'attribute `fill` reaches out'],
    ['<rect style="background: u\\72l(https://evil.example)"/>', 'attribute `style` reaches out'],
    ['<rect style="fill: &#117;rl(https://evil.example)"/>', 'attribute `style` reaches out'],
    ['<rect style="background: image-set(&quot;https://evil.example/x.png&quot; 1x)"/>', 'attribute `style` reaches out'],
    ['<style>@import &quot;https://evil.example/x.css&quot;;</style>', 'style reaches out'],
    ['<style>@font-face { src: url(https://evil.example/x.woff); }</style>', 'style reaches out'],
    ['<style>g { background: url(//evil.example/x.png); }</style>', 'style reaches out'],
    ['<g><rect></g></rect>', 'no whole SVG'],
    ['<g>', 'no whole SVG'],
    ['<!-- words -->', 'no whole SVG'],
    ['<![CDATA[ words ]]>', 'no whole SVG'],
    ["<rect fill='red'/>", 'no whole SVG'],
    ['<rect fill="a<b"/>', 'no whole SVG'],
  ])('is refused: %s', (inside, why) => {
    expect(problemOfSvg(svg(inside))).toContain(why);
  });

  it.each(['', 'words', '<div xmlns="http://www.w3.org/1999/xhtml"></div>', '<?xml version="1.0"?><svg></svg>', '<!DOCTYPE svg [<!ENTITY x "y">]><svg></svg>', '<svg></svg>words', '<svg></svg><script>alert(1)</script>', svg('words').slice(0, -3)])('is refused where it is no picture, or more than one: %s', (text) => {
    expect(problemOfSvg(text)).toMatch(/no SVG|no whole SVG|holds/);
  });
});
