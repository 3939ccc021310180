import { describe, expect, it } from 'vitest';
import { readHostReport } from '../../src/control/host.js';

const commit = 'c'.repeat(40);
const approval = `{"login":"a","commit":"${commit}","state":"approved","at":"2026-11-20T09:00:00+14:00"}`;
const report = `{"format":"waymark-host/1","host":"h","repository":"r","pullRequest":1,"base":"${commit}","head":"${commit}","author":"b","committers":["b"],"approvals":[${approval},${approval}]}`;

describe('the report of the host', () => {
  it('is read whatever zone its times are told in', () => {
    expect(readHostReport(report)).toMatchObject({ author: 'b', approvals: [{ login: 'a' }, { login: 'a' }] });
  });

  it.each([
    ['a list that stands there twice', report.replace('"approvals":', '"approvals":[],"approvals":'), 'approvals'],
    ['the same name in another notation', report.replace('"author":"b"', '"author":"b","\\u0061uthor" : "c"'), 'author'],
    ['a field of an approval', report.replace('"login":"a"', '"login":"x", "login":"a"'), 'login'],
  ])('is refused with %s', (_, text, field) => {
    expect(readHostReport(text)).toEqual({ problem: `its field \`${field}\` stands in one object twice` });
  });

  it.each(['2026-11-20T09:00:00+99:00', '2026-11-20T25:00:00Z', '2026-02-30T09:00:00Z', '2026-11-20T09:00:60Z', '2026-11-20'])('is refused with the time %s', (at) => {
    expect(readHostReport(report.replaceAll('2026-11-20T09:00:00+14:00', at))).toHaveProperty('problem');
  });

  it('may hold braces and quotes in its texts', () => {
    expect(readHostReport(report.replace('"host":"h"', '"host":"{\\"host\\": [}"'))).toHaveProperty('author', 'b');
  });

  it('may begin with a byte order mark, as PowerShell writes it, and in UTF-16 is told as such', () => {
    expect(readHostReport(`\ufeff${report}`)).toHaveProperty('author', 'b');
    expect(readHostReport(Buffer.from(`\ufeff${report}`, 'utf16le').toString('utf8'))).toEqual({ problem: 'it is not in UTF-8; PowerShell writes it so with `-Encoding utf8`' });
  });

  it.each(['', ' ', '@', 'b\\u200b', 'b\\u0000', '\\ud800'])('is refused with the login "%s", which nobody has', (login) => {
    for (const where of ['"author":"b"', '"committers":["b"]', '"login":"a"']) expect(readHostReport(report.replace(where, where.replace(/"(\w)"(?=\]|$)/, `"${login}"`))), where).toHaveProperty('problem');
  });
});
