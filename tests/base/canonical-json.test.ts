import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, whyNotCanonical } from '../../src/base/canonical-json.js';
import type { JsonValue } from '../../src/base/json.js';

function canonical(text: string): string {
  return canonicalJson(JSON.parse(text) as JsonValue);
}

describe('canonical JSON', () => {
  it.each([
    ['keys stand in the order of their code units, also those outside of the basic plane', '{"\\u20ac":1,"\\r":2,"\\ufb33":3,"1":4,"\\ud83d\\ude00":5,"\\u0080":6,"\\u00f6":7}', '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}'],
    ['maps in maps are ordered, lists are not', '[56, {"d": true, "10": null, "1": [3, 1, 2]}]', '[56,{"1":[3,1,2],"10":null,"d":true}]'],
    ['an empty key, an empty map and an empty list', '{"a": {}, "": []}', '{"":[],"a":{}}'],
    ['only what has to be escaped is', '["\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/"]', '["€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"]'],
    ['short escapes', '"\\u0008\\u0009\\u000a\\u000c\\u000d\\u007f\\u2028"', '"\\b\\t\\n\\f\\r\u007f\u2028"'],
    ['the words', '[null, true, false]', '[null,true,false]'],
    ['composed and decomposed letters stay what they are', '["\\u00c5", "A\\u030a"]', '["\u00c5","A\u030a"]'],
    ['numbers as they are written', '[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, -0, 1.0]', '[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1]'],
    ['a key that has a meaning in the language', '{"__proto__": 1, "constructor": 2}', '{"__proto__":1,"constructor":2}'],
  ])('%s', (_, text, expected) => {
    expect(canonical(text)).toBe(expected);
    expect(whyNotCanonical(JSON.parse(text))).toBeUndefined();
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('the number with the bits %s is %s', (bits, expected) => {
    expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(expected);
  });

  it('writes what can be read again, and the same again', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value as JsonValue);
      expect(canonical(text)).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }));
  });

  it('does not depend on the order in which keys were written', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.integer()), (map) => {
      expect(canonicalJson(Object.fromEntries(Object.entries(map).toReversed()))).toBe(canonicalJson(map));
    }));
  });
});

describe('what has no canonical form', () => {
  const nested = (depth: number): unknown => Array.from({ length: depth }).reduce((inner) => [inner], 1);

  it.each<[string, unknown]>([
    ['a number is none or has no end', Number.NaN],
    ['a number is none or has no end', { a: [Number.POSITIVE_INFINITY] }],
    ['a text holds half of a character', ['\ud800']],
    ['a text holds half of a character', { '\udead': 1 }],
    ['a thing is neither a map nor a list', new Map([['a', 1]])],
    ['a thing is neither a map nor a list', { a: new Set([1]) }],
    ['a thing is neither a map nor a list', new Date(0)],
    ['a thing is neither a map nor a list', Buffer.from('a')],
    ['undefined is no JSON', { a: undefined }],
    ['undefined is no JSON', Array(1)],
    ['bigint is no JSON', 1n],
    ['function is no JSON', () => 1],
    ['it is nested deeper than 512 levels', nested(20_000)],
  ])('%s', (reason, value) => {
    expect(whyNotCanonical(value)).toBe(reason);
  });

  it('is nothing that JSON can hold, at a depth that documents may have', () => {
    expect(whyNotCanonical(nested(512))).toBeUndefined();
    fc.assert(fc.property(fc.jsonValue(), (value) => whyNotCanonical(JSON.parse(JSON.stringify(value))) === undefined));
  });
});

/** Where the published vectors of RFC 8785 lie, if somebody has put them there. */
const vectors = process.env['WAYMARK_JCS_VECTORS'] ?? '';

describe.skipIf(!existsSync(join(vectors, 'input')))('the published vectors of RFC 8785, in the folder that WAYMARK_JCS_VECTORS names', () => {
  it.each(vectors === '' ? [] : readdirSync(join(vectors, 'input')))('%s', (name) => {
    expect(Buffer.from(canonical(readFileSync(join(vectors, 'input', name), 'utf8')))).toEqual(readFileSync(join(vectors, 'output', name)));
  });
});
