import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../src/audit/ledger/ledger-entry.js';
import type { NotExcluded } from '../../../src/audit/ledger/not-excluded.js';
import { markdownText } from '../../../src/base/escape/markdown.js';
import { cannot } from '../../../src/report/ledger/ledger-words.js';
import { waymark } from '../../cli/harness.js';
import { filesBelow } from '../../support/files.js';
import { newFolder, newRepository, type TestRepository } from '../../support/git-repository.js';
import { root } from '../../support/imports.js';
import { amendDate } from '../past.js';
import { hasPython } from './python.js';
import { chainedAnew, linesOf } from './sample-ledger.js';
import { sealedRepository, team } from './sealed-repository.js';
import { canMount, onSmallDisk } from './small-disk.js';

const hasTools = hasPython && ['sha256sum', 'bash'].every((tool) => spawnSync(tool, ['--version']).status === 0);

/** What an auditor runs: the commands of the page in the bundle, one block after the other. */
function stepsIn(bundle: string): readonly string[] {
  return [...readFileSync(join(bundle, 'README.md'), 'utf8').matchAll(/^ {3}```sh\n(.*?)^ {3}```/gms)].map(([, text]) => text!.replaceAll(/^ {3}/gm, ''));
}

function run(folder: string, step: string): { readonly status: number | null; readonly stdout: string } {
  const { status, stdout } = spawnSync('sh', ['-c', step], { cwd: folder, encoding: 'utf8' });
  return { status, stdout };
}

/** A step that is run in a clone, with the names that it leaves open. */
function inBundle(step: string, bundle: string): string {
  return step.replace(/' BUNDLE BRANCH\n/, `' '${bundle}' main\n`);
}

describe('waymark ledger export', () => {
  let repository: TestRepository;
  const places = newFolder();
  const bundle = join(places, 'bundle');

  beforeAll(async () => {
    repository = sealedRepository();
    await waymark(repository.folder, ['ledger', 'seal']);
    const { code, out, err } = await waymark(repository.folder, ['ledger', 'export', '--out', bundle]);
    expect([code, out, err]).toEqual([0, `${bundle}: 16 files for an auditor. Its README.md says how they are verified without Waymark.\n`, '']);
  });

  it('writes the ledger, what was sealed, the Records and the proofs into the folder and nothing elsewhere', () => {
    const names = filesBelow(bundle).map((path) => path.replace(/[0-9a-f]{64}/, 'H')).sort();
    expect(names).toEqual(['README.md', 'checkpoint', ...Array(4).fill('contents/H.json'), 'ledger.jsonl', 'manifest.sha256', 'proofs.json', 'records.jsonl', 'records/change-1.yaml', ...Array(4).fill('sources/H.yaml'), 'verify_ledger.py']);
    expect(readFileSync(join(bundle, 'ledger.jsonl'))).toEqual(readFileSync(join(repository.folder, 'ledger.jsonl')));
    expect(repository.git('status', '--short')).toBe('?? ledger.jsonl');
    expect(filesBelow(places).every((path) => path.startsWith('bundle/'))).toBe(true);
  });

  it.skipIf(!hasTools)('is verified by the steps of its own page, with nothing but standard tools (skipped where one of them is missing)', () => {
    const [whole, chain, sealed, held] = stepsIn(bundle);
    expect(run(bundle, whole!)).toEqual({ status: 0, stdout: 'whole\n' });
    expect(run(bundle, chain!.split('\n')[0]!)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^sound - 5 sha256:/) as string });
    expect(run(bundle, sealed!)).toEqual({ status: 0, stdout: 'sealed\n' });
    expect(run(repository.folder, inBundle(held!, bundle))).toEqual({ status: 0, stdout: 'held 5 entries, 1 Records\n' });
    expect(readFileSync(join(bundle, 'README.md'), 'utf8')).toContain('3. The checkpoint is not signed');
  });

  it.skipIf(!hasTools)('shows a Record or an entry that no branch holds, whatever else was written anew (skipped where a standard tool is missing)', async () => {
    const own = join(newFolder(), 'bundle');
    await waymark(repository.folder, ['ledger', 'export', '--out', own]);
    const held = inBundle(stepsIn(own)[3]!, own);
    const [path, list, ledger] = ['records/change-1.yaml', 'records.jsonl', 'ledger.jsonl'].map((name) => join(own, name)) as [string, string, string];
    const [text, lines, entries] = [readFileSync(path, 'utf8'), readFileSync(list, 'utf8'), readFileSync(ledger, 'utf8')];
    const refused = { status: 1, stdout: '' };
    writeFileSync(path, text.replace('person: ada', 'person: eve'));
    expect(run(repository.folder, held)).toEqual(refused);
    const other = newRepository();
    const commit = other.commit({ 'change-1.yaml': text.replace('person: ada', 'person: eve') });
    writeFileSync(list, lines.replace(/"commit":"[0-9a-f]+"/, `"commit":"${commit}"`));
    repository.git('fetch', '-q', other.folder);
    expect(run(repository.folder, held)).toEqual(refused);
    writeFileSync(list, lines);
    writeFileSync(path, text);
    writeFileSync(join(own, 'records/change-2.yaml'), text);
    expect(run(repository.folder, held)).toEqual(refused);
    rmSync(join(own, 'records/change-2.yaml'));
    for (const [from, to] of [[/"sourceDigest":"sha256:./, '"sourceDigest":"sha256:x'], [/"commit":"[0-9a-f]+"/, `"commit":"${commit}"`]] as const) {
      writeFileSync(ledger, entries.replace(from, to));
      expect(run(repository.folder, held)).toEqual(refused);
    }
    writeFileSync(ledger, entries);
    expect(run(repository.folder, held)).toMatchObject({ status: 0 });
  });

  it.skipIf(!hasTools)('shows a file that was changed, also when the manifest was written anew', async () => {
    const own = join(newFolder(), 'bundle');
    await waymark(repository.folder, ['ledger', 'export', '--out', own]);
    const [whole, , sealed] = stepsIn(own);
    appendFileSync(join(own, filesBelow(own).find((path) => path.startsWith('sources/'))!), '# later\n');
    expect(run(own, whole!).status).not.toBe(0);
    execFileSync('bash', ['-c', 'find . -type f ! -name manifest.sha256 | sed "s|^./||" | sort | xargs sha256sum > manifest.sha256'], { cwd: own });
    expect([run(own, whole!).status, run(own, sealed!).status]).toEqual([0, 1]);
    await waymark(repository.folder, ['ledger', 'export', '--out', join(own, 'again')]);
    writeFileSync(join(own, 'again/sources', `${'a'.repeat(64)}.yaml`), 'Never sealed.\n');
    expect(run(join(own, 'again'), sealed!).status).toBe(1);
    writeFileSync(join(own, 'again/ledger.jsonl'), readFileSync(join(own, 'ledger.jsonl'), 'utf8').replace('{', '{{'));
    expect(run(join(own, 'again'), sealed!)).toMatchObject({ status: 1, stdout: '' });
  });

  it.skipIf(!hasTools)('lists what was put into the folder, wherever it lies, and what is missing (skipped where a standard tool is missing)', async () => {
    const own = join(newFolder(), 'bundle');
    await waymark(repository.folder, ['ledger', 'export', '--out', own]);
    mkdirSync(join(own, 'extra'));
    for (const name of ['contract-2027.pdf', 'extra/sla.yaml', 'records/change-9.yaml', 'checkpoint.sig']) writeFileSync(join(own, name), 'x');
    symlinkSync('extra', join(own, 'linked'));
    rmSync(join(own, 'proofs.json'));
    const { status, stderr } = spawnSync('sh', ['-c', stepsIn(own)[2]!], { cwd: own, encoding: 'utf8' });
    expect([status, stderr.trimEnd().split('\n')]).toEqual([1, [...['checkpoint.sig', 'contract-2027.pdf', 'extra/sla.yaml', 'linked'].map((path) => `never sealed, and no part of the bundle: ${path}`), 'not here: proofs.json', 'never sealed, and no part of the bundle: records/change-9.yaml']]);
  });

  it.skipIf(spawnSync('ssh-keygen', ['-Y', 'sign'], { encoding: 'utf8' }).stderr?.includes('Too few arguments') !== true)('is signed on demand, and verified by the step for it (skipped without ssh-keygen)', async () => {
    const [own, keys] = [join(newFolder(), 'bundle'), newFolder()];
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(keys, 'key')]);
    writeFileSync(join(keys, 'trusted'), `auditor@example.org ${readFileSync(join(keys, 'key.pub'), 'utf8')}`);
    await waymark(repository.folder, ['ledger', 'export', '--out', own, '--sign-key', join(keys, 'key')]);
    const [, , signed] = stepsIn(own);
    expect(run(own, signed!.replace('KEYS', join(keys, 'trusted')))).toMatchObject({ status: 0, stdout: expect.stringContaining('Good "waymark-ledger" signature for auditor@example.org') as string });
  });

  it.skipIf(!hasTools)('is not taken in by modules of Python that lie in the bundle or at the top of the clone (skipped where a standard tool is missing)', async () => {
    const [own, other] = [join(newFolder(), 'bundle'), sealedRepository()];
    await waymark(other.folder, ['ledger', 'seal']);
    await waymark(other.folder, ['ledger', 'export', '--out', own]);
    const [, chain, sealed, held] = stepsIn(own);
    const liar = 'print("sealed and held")\nimport sys\nsys.exit(0)\n';
    for (const name of ['json.py', 'hashlib.py', 'base64.py', 're.py']) for (const folder of [own, other.folder]) writeFileSync(join(folder, name), liar);
    const ledger = readFileSync(join(own, 'ledger.jsonl'), 'utf8');
    writeFileSync(join(own, 'ledger.jsonl'), ledger.replace(/"sourceDigest":"sha256:./, '"sourceDigest":"sha256:x'));
    expect(run(own, chain!.split('\n')[0]!)).toMatchObject({ status: 1, stdout: 'edited 1 - -\n' });
    expect(run(own, sealed!)).toEqual({ status: 1, stdout: '' });
    expect(run(other.folder, inBundle(held!, own))).toEqual({ status: 1, stdout: '' });
    writeFileSync(join(own, 'ledger.jsonl'), ledger);
    expect(spawnSync('sh', ['-c', sealed!], { cwd: own, encoding: 'utf8' }).stderr).toContain('never sealed, and no part of the bundle: json.py');
    expect(run(other.folder, inBundle(held!, own))).toEqual({ status: 0, stdout: 'held 5 entries, 1 Records\n' });
  });

  it.skipIf(!hasTools)('is held by the branch alone: by no tag of its name, no object that stands for another, and no graft (skipped where a standard tool is missing)', async () => {
    const [own, forged, honest] = [join(newFolder(), 'bundle'), sealedRepository(), sealedRepository()];
    forged.commit({ 'eve.yaml': team('eve', '1.0.0') });
    await waymark(forged.folder, ['ledger', 'seal']);
    await waymark(forged.folder, ['ledger', 'export', '--out', own]);
    const held = inBundle(stepsIn(own)[3]!, own);
    expect(run(forged.folder, held)).toMatchObject({ status: 0 });
    honest.git('fetch', '-q', forged.folder, 'main');
    const [tip, evil] = [honest.git('rev-parse', 'main'), honest.git('rev-parse', 'FETCH_HEAD')].map((id) => id.trim()) as [string, string];
    expect(run(honest.folder, held).status).toBe(1);
    honest.git('tag', 'main', evil);
    expect(run(honest.folder, held).status).toBe(1);
    honest.git('tag', '-d', 'main');
    honest.git('replace', '-f', tip, evil);
    expect(run(honest.folder, held).status).toBe(1);
    honest.git('replace', '-d', tip);
    writeFileSync(join(honest.folder, '.git/info/grafts'), `${tip} ${evil}\n`);
    expect(run(honest.folder, held).status).toBe(1);
    for (const named of [`refs/heads/main`, evil]) expect([named, run(forged.folder, held.replace(/ main\n/, ` ${named}\n`)).status]).toEqual([named, 0]);
    expect(spawnSync('sh', ['-c', held.replace(/ main\n/, ' nowhere\n')], { cwd: forged.folder, encoding: 'utf8' })).toMatchObject({ status: 1, stderr: 'no branch, or more than one: nowhere\n' });
  });

  it('says all that verify says of the ledger and the branch, and what the steps do not compare', async () => {
    const own = sealedRepository();
    for (let at = 0; at < 5; at += 1) own.commit({ 'many.yaml': team('many', `1.${at}.0`) });
    own.commit({ 'late.yaml': `${team('late', '1.0.0')}bogus: 1\n` });
    amendDate(own, '2025-06-01');
    await waymark(own.folder, ['ledger', 'seal']);
    const path = join(own.folder, 'ledger.jsonl');
    const edited = (entry: LedgerEntry): object => {
      if (entry.subject === 'team:many' && entry.judgedBy !== undefined) return { ...entry, judgedBy: { ...entry.judgedBy, waymark: '99.0.0' }, ...(entry.version === '1.3.0' ? { level: 'breaking' } : {}) };
      const { judgedBy: _judgedBy, ...rest } = entry;
      return rest;
    };
    writeFileSync(path, chainedAnew(linesOf(readFileSync(path, 'utf8')).map((line) => JSON.stringify(edited(JSON.parse(line) as LedgerEntry))), 'a.b/w'));
    own.commit({ 'more.yaml': team('more', '1.0.0') });
    const bundled = join(newFolder(), 'bundle');
    expect((await waymark(own.folder, ['ledger', 'export', '--out', bundled])).code).toBe(0);
    const page = readFileSync(join(bundled, 'README.md'), 'utf8');
    const { branch, notExcluded } = JSON.parse((await waymark(own.folder, ['ledger', 'verify', '-f', 'json'])).out) as { readonly notExcluded: readonly NotExcluded[]; readonly branch: { readonly [list in 'saysLess' | 'judgedUnknown' | 'judgedOtherwise' | 'unread']: readonly { readonly message: string }[] } };
    const said = [branch.saysLess, branch.judgedUnknown, branch.judgedOtherwise, branch.unread];
    expect(said.map((list) => list.length)).toEqual([3, 4, 1, 1]);
    for (const { message } of said.flat()) expect(page).toContain(`\n- ${markdownText(message)}\n`);
    expect(notExcluded).toEqual(['cut-off', 'written-anew', 'judgements', 'taken-out', 'judges', 'other-history']);
    expect(page.match(/^- Not excluded: .*/gm)).toEqual(notExcluded.map((each) => `- ${markdownText(cannot[each])}`));
    const told = (await waymark(own.folder, ['ledger', 'verify', '--no-color'])).out.replaceAll(/\s+/g, ' ');
    for (const words of ['The dates of 1 commit cannot be right', 'Entries repeat what the commits say.', '1 released version of the branch is not in the ledger', 'What could not be read stands in no entry']) expect([words, told.includes(words), page.includes(words)]).toEqual([words, true, true]);
    const field = new Set(Object.keys(JSON.parse(linesOf(readFileSync(path, 'utf8')).at(-1)!) as object));
    const unchecked = /## What the steps do not compare\n([^]*?)\n## /.exec(page)![1]!;
    for (const name of ['v', 'seq', 'ledger', 'prev', 'digest', 'subject', 'commit', 'file', 'blob', 'sourceDigest', 'contentDigest']) field.delete(name);
    for (const name of field) expect(unchecked).toContain(`\`${name}\``);
  });

  it('says as of which day the Records are', async () => {
    const own = join(newFolder(), 'bundle');
    expect((await waymark(repository.folder, ['ledger', 'export', '--out', own, '--as-of', '2025-12-31'])).code).toBe(0);
    expect([existsSync(join(own, 'records')), readFileSync(join(own, 'records.jsonl'), 'utf8').length > 0, readFileSync(join(own, 'README.md'), 'utf8').includes('as of 2025-12-31')]).toEqual([false, false, true]);
  });

  it('leaves a folder alone that holds something, and writes nothing of a ledger that was touched', async () => {
    const own = newFolder();
    mkdirSync(join(own, 'full'));
    writeFileSync(join(own, 'full/mine'), '');
    expect(await waymark(repository.folder, ['ledger', 'export', '--out', join(own, 'full')])).toMatchObject({ code: 2, err: expect.stringContaining('is not an empty folder') as string });
    expect(filesBelow(own)).toEqual(['full/mine']);
    const other = sealedRepository();
    await waymark(other.folder, ['ledger', 'seal']);
    appendFileSync(join(other.folder, 'ledger.jsonl'), '{}\n');
    expect(await waymark(other.folder, ['ledger', 'export', '--out', join(own, 'new')])).toMatchObject({ code: 1, err: expect.stringContaining('nothing is written. Line 6') as string });
    expect(filesBelow(own)).toEqual(['full/mine']);
  });

  it.skipIf(!canMount)('leaves nothing of a bundle on a disk that is full, and an empty folder as it was (skipped where nobody may mount a small disk)', () => {
    const disk = newFolder();
    const script = `cd "$0"
      for pages in 6 30; do for out in new there; do
        rm -rf ./*; mkdir there
        head -c $(( ($(stat -f -c %a .) - pages) * 4096 )) /dev/zero > filler
        (cd "$1" && "$2" --import tsx src/cli/bin.ts ledger export -w "$3" --out "$0/$out" 2>&1 | grep -o "The bundle cannot.*is left\\|ENOSPC\\|16 files" | tr '\\n' ' ')
        rm filler; echo; find . -mindepth 1 -maxdepth 2 -name '[nR]*' -o -name there | sort | tr '\\n' ' '; echo
      done; done`;
    const said = execFileSync('unshare', onSmallDisk(disk, 'sh', '-c', script, disk, root, process.execPath, repository.folder), { encoding: 'utf8' });
    const [full, whole] = ['The bundle cannot be written, and nothing of it is left ENOSPC ', '16 files '];
    expect(said.split('\n')).toEqual([full, './there ', full, './there ', whole, './new ./new/README.md ./there ', whole, './there ./there/README.md ', '']);
  });
});
