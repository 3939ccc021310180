import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createContext, runInContext } from 'node:vm';
import ts from 'typescript';
import { constantName, literal } from '../../src/generate/text/typescript.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import { filesBelow } from '../support/files.js';
import { hiddenTexts, hostileTexts } from '../support/hostile-texts.js';
import { more } from '../support/property.js';
import { benignWorkspace, contentOf, example, examples, generated, hostileWorkspace, rotations, smallWorkspace, twoCrms, written } from './generated.js';

const strict: ts.CompilerOptions = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noUnusedLocals: true, noUnusedParameters: true, verbatimModuleSyntax: true, isolatedModules: true, noImplicitReturns: true, types: [], skipLibCheck: true, skipDefaultLibCheck: true, lib: ['lib.es2022.d.ts'] };

/** What the compiler has against the modules of some folders, and against an application that uses them. */
function complaints(folders: readonly string[], options: ts.CompilerOptions = {}): readonly string[] {
  const files = folders.flatMap((folder) => filesBelow(folder).filter((path) => path.endsWith('.ts')).map((path) => join(folder, path)));
  const program = ts.createProgram(files, { ...strict, ...options });
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => `${file?.fileName.slice(file.fileName.lastIndexOf('/') + 1) ?? ''}:${file === undefined ? '' : file.getLineAndCharacterOfPosition(start ?? 0).line + 1} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

const esm = { 'package.json': '{"type": "module"}' };

/** What the modules of a folder are when they run. */
async function evaluated(folder: string): Promise<{ readonly [name: string]: unknown }> {
  await build({ entryPoints: [join(folder, 'index.ts')], bundle: true, format: 'esm', outfile: join(folder, 'bundle.mjs'), logLevel: 'silent' });
  return (await import(pathToFileURL(join(folder, 'bundle.mjs')).href)) as { readonly [name: string]: unknown };
}

/** The constants of a module, each with what stands behind its value. */
function constantsIn(content: string): readonly { readonly name: string; readonly ending: string }[] {
  return [...content.matchAll(/^export const (\w+) = (?:[[{][\]}]|[[{]\n[^]*?^[\]}])(.*);$/gm)].map(([, name, ending]) => ({ name: name!, ending: ending! }));
}

/** What the data modules are to hold. */
function dataOf(workspace: Workspace): { readonly [kind: string]: object } {
  const values = (kind: 'Journey' | 'Sla' | 'Kpi' | 'Persona'): object => {
    const specs = workspace.all(kind).filter(({ status }) => status !== 'retired').toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return Object.fromEntries(specs.map(({ id, value }) => [constantName(id), value]));
  };
  return { journeys: values('Journey'), slas: values('Sla'), kpis: values('Kpi'), personas: values('Persona') };
}

describe('the modules of the examples', () => {
  const folders = new Map<string, string>();

  beforeAll(async () => {
    for (const name of examples) folders.set(name, written(await generated(example(name), 'typescript'), esm));
  });

  it('are taken by a strict compiler', () => {
    expect(complaints([...folders.values()])).toEqual([]);
  });

  it('hold data that the compiler has compared with their types, and none that it was told to believe', () => {
    for (const folder of folders.values()) {
      const constants = filesBelow(folder).filter((path) => path.endsWith('.ts')).flatMap((path) => constantsIn(readFileSync(join(folder, path), 'utf8')));
      expect(constants.filter(({ name, ending }) => !/^(\w+Ids|none)$/.test(name) && !ending.startsWith(' as const satisfies '))).toEqual([]);
    }
  });

  it.each(examples)('are, once they run, what the documents of %s say', async (name) => {
    const { journeys, slas, kpis, personas } = await evaluated(folders.get(name)!);
    expect(JSON.parse(JSON.stringify({ journeys, slas, kpis, personas }))).toEqual(JSON.parse(JSON.stringify(dataOf(example(name)))));
  });

  it('know every id, and take nothing else for one', async () => {
    const { journeyIds, stepIds, eventIds, isJourneyId, isEventId } = (await evaluated(folders.get('insurance')!)) as { journeyIds: readonly string[]; stepIds: readonly string[]; eventIds: readonly string[]; isJourneyId(value: unknown): boolean; isEventId(value: unknown): boolean };
    const workspace = example('insurance');
    expect([...journeyIds].sort()).toEqual(workspace.journeys.map(({ id }) => id).sort());
    expect([...stepIds].sort()).toEqual(workspace.journeys.flatMap(({ id, steps }) => steps.map((step) => `${id}#${step.id}`)).sort());
    expect([...eventIds].sort()).toEqual([...workspace.registers.events.told.keys()].sort());
    expect([isJourneyId('motor-claim'), isJourneyId('motor'), isJourneyId('toString'), isJourneyId(undefined), isEventId('claim-decided')]).toEqual([true, false, false, false, true]);
  });

  it('tell a payload from what is none', async () => {
    const { isPayloadOf } = (await evaluated(folders.get('insurance')!)) as { isPayloadOf(name: string, payload: unknown): boolean };
    const payload = { claimNumber: '1', occurredAt: '2026-09-01T10:00:00Z' };
    expect([payload, { ...payload, claimNumber: 1 }, { claimNumber: '1' }, null, 'x'].map((each) => isPayloadOf('claim-withdrawn', each))).toEqual([true, false, false, false, false]);
    expect(['claim-withdrew', 'toString'].map((name) => isPayloadOf(name, payload))).toEqual([false, false]);
  });

  it('are data alone: a bundle holds no journey that is not imported', async () => {
    const folder = folders.get('insurance')!;
    const { outputFiles } = await build({ stdin: { contents: "import { isSlaId } from './index.js'; console.log(isSlaId('x'));", resolveDir: folder, loader: 'ts' }, bundle: true, format: 'esm', write: false, treeShaking: true, plugins: [{ name: 'ts-for-js', setup: ({ onResolve }) => onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, path.replace(/\.js$/, '.ts')), sideEffects: false })) }] });
    expect(outputFiles[0]!.text).not.toContain('motor-claim#');
    expect(outputFiles[0]!.text).toContain('motor-claim-settlement');
  });

  it.each(['ts', 'bare'] as const)('name each other as `imports: %s` says', async (imports) => {
    const { files } = await generated(example('parcel'), 'typescript', { imports });
    expect(files.find(({ path }) => path === 'index.ts')!.content).toContain(imports === 'ts' ? "'./ids.ts'".replaceAll("'", '"') : '"./ids"');
  });
});

describe('an application', () => {
  const app = (lines: readonly string[]): string => ["import { events, payloadTypes, tracker, journeys, type EventName, type JourneyId, type PayloadFor, type StepsOfJourney } from './index.js';", 'const track = tracker(() => undefined);', ...lines, 'export type { EventName, PayloadFor };'].join('\n');
  const sound = [
    "track('claim-withdrawn', { claimNumber: '1', occurredAt: '2026-09-01T10:00:00Z' });",
    "export const either = (name: 'claim-withdrawn' | 'claim-decided'): void => track(name, { claimNumber: '1', occurredAt: '2026-09-01T10:00:00Z', decision: 'accepted', persona: 'owner', region: 'DE' });",
    "export const one = <Name extends EventName>(name: Name, payload: PayloadFor<Name>): void => track(name, payload);",
    "const id: JourneyId = 'motor-claim';",
    "const step: StepsOfJourney['motor-claim'] = 'classify';",
    "const promise: 'motor-claim-settlement' = journeys.motorClaim.slas[0];",
    "const purpose: 'service-delivery' = events['claim-withdrawn'].purpose;",
    "const attribute: 'string' = payloadTypes['claim-withdrawn'].claimNumber;",
    'export { id, step, promise, purpose, attribute };',
  ];
  const wrong = [
    "track('claim-withdrawn', { claimNumber: 1, occurredAt: '2026-09-01T10:00:00Z' });",
    "track('claim-withdrawn', { claimNumber: '1', occured: '2026-09-01T10:00:00Z' });",
    "track('claim-withdrew', { claimNumber: '1', occurredAt: '2026-09-01T10:00:00Z' });",
    "export const either = (name: 'claim-withdrawn' | 'claim-decided'): void => track(name, { claimNumber: '1', occurredAt: '2026-09-01T10:00:00Z' });",
    "const id: JourneyId = 'motor-claims';",
    "const step: StepsOfJourney['motor-claim'] = 'clasify';",
    "export const purpose = events['claim-withdrew'];",
    "export const attribute = payloadTypes['claim-withdrawn'].claimNumbr;",
    'export { id, step, journeys };',
  ];

  it('that tracks and names what there is compiles, and each mistake is told in its line', async () => {
    const modules = await generated(example('insurance'), 'typescript');
    expect(complaints([written(modules, { ...esm, 'app.ts': app(sound) })])).toEqual([]);
    const told = complaints([written(modules, { ...esm, 'app.ts': app(wrong) })]);
    expect(told.map((line) => line.split(' ')[0])).toEqual(['app.ts:3', 'app.ts:4', 'app.ts:5', 'app.ts:6', 'app.ts:7', 'app.ts:8', 'app.ts:9', 'app.ts:10']);
  });
});

describe('whatever somebody writes into a field', () => {
  /** Each statement of a module by its kind, so that one more is seen. */
  const census = (content: string): readonly string[] => ts.createSourceFile('module.ts', content, ts.ScriptTarget.ES2022).statements.map(({ kind }) => ts.SyntaxKind[kind]);

  /** What the constants of a module are, in a world that has nothing; whatever runs there leaves its mark. */
  const constantsOf = (content: string): { readonly constants: unknown; readonly world: readonly string[] } => {
    const world = createContext({ exports: {} });
    const { outputText } = ts.transpileModule(content, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
    runInContext(outputText, world);
    return { constants: JSON.parse(JSON.stringify((world as { exports: unknown }).exports)), world: Object.keys(world) };
  };

  it('the modules have the same statements and hold the same words, and nothing runs', async () => {
    const usual = new Map((await generated(benignWorkspace(), 'typescript')).files.map(({ path, content }) => [path, census(content)]));
    for (let rotation = 0; rotation < rotations; rotation += Math.ceil(11 / more)) {
      const workspace = hostileWorkspace(rotation);
      const data = dataOf(workspace);
      for (const { path, content } of (await generated(workspace, 'typescript')).files) {
        expect({ rotation, path, statements: census(content) }).toEqual({ rotation, path, statements: usual.get(path) });
        expect(content).toMatch(/^[\x20-\x7e\n]*$/);
        const kind = /^(?:journeys\/|(slas|kpis|personas)\.ts)/.exec(path);
        if (kind === null) continue;
        const { constants, world } = constantsOf(content);
        const names = Object.keys(constants as object).filter((name) => name !== '__esModule');
        expect({ rotation, path, world, constants: Object.fromEntries(names.map((name) => [name, (constants as { [name: string]: unknown })[name]])) }).toEqual({ rotation, path, world: ['exports'], constants: JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, (data[kind[1] ?? 'journeys'] as { [name: string]: unknown })[name]])))) });
      }
    }
  }, 300_000);

  it('a strict compiler takes the modules', async () => {
    const folders = await Promise.all([0, 97, 180].map(async (rotation) => written(await generated(hostileWorkspace(rotation), 'typescript'), esm)));
    expect(complaints(folders)).toEqual([]);
  }, 60_000);

  it('each is the same text, and the same name of a property, once it is evaluated', () => {
    for (const text of [...hostileTexts, ...hiddenTexts, '__proto__', 'constructor', '\u2028', '\ud800', '</script>', '*/', '${process.exit()}', '\\', '\\u0022']) expectSame(text);
  });

  const expectSame = (text: string): void => {
    const value = { [text]: text, list: [text, { [text]: null }] };
    const parsed = ts.createSourceFile('x.ts', `(${literal(value)})`, ts.ScriptTarget.ES2022) as ts.SourceFile & { readonly parseDiagnostics: readonly unknown[] };
    expect([parsed.parseDiagnostics, parsed.statements.length]).toEqual([[], 1]);
    const evaluatedValue = runInContext(`(${literal(value)})`, createContext({})) as object;
    expect(JSON.stringify(evaluatedValue)).toBe(JSON.stringify(value));
    expect(Object.keys(evaluatedValue)).toEqual(Object.keys(value));
  };
});

describe('constants', () => {
  it('are called as the ids are, and each has a name of its own, whatever other ids there are', () => {
    const names = { 'motor-claim': 'motorClaim', motor: 'motor', class: 'class_', '2-fa': '_2Fa', 'a-1': 'a_1', a1: 'a1', 'a-b': 'aB', 'a--b': 'a_B', 'a---b': 'a__B', delete: 'delete_', 'x-class': 'xClass', require: 'require_', exports: 'exports_' };
    expect(Object.keys(names).map(constantName)).toEqual(Object.values(names));
  });

  it('are taken by a strict compiler whatever word of TypeScript an id is, in modules of both sorts', () => {
    const words = Array.from({ length: ts.SyntaxKind.LastKeyword - ts.SyntaxKind.FirstKeyword + 1 }, (_, index) => ts.tokenToString(ts.SyntaxKind.FirstKeyword + index)!);
    const content = [...new Set([...words, 'eval', 'arguments', 'exports', 'require', 'global-this', 'define'])].map((word) => `export const ${constantName(word)} = 1;\n`).join('');
    const modules = { files: [{ path: 'words.ts', content, sources: [] }], losses: [], target: 'typescript' };
    expect(complaints([written(modules, esm)])).toEqual([]);
    expect(complaints([written(modules)], { verbatimModuleSyntax: false })).toEqual([]);
  });
});

describe('an event that two systems tell', () => {
  it('is written once, as the system in force has it, and what the other says is told as lost', async () => {
    const { files, losses } = await generated(twoCrms(), 'typescript');
    expect(complaints([written({ files, losses, target: '' }, esm)])).toEqual([]);
    expect(files.find(({ path }) => path === 'events.ts')!.content).toContain('readonly closedAt: string; readonly reason: string');
    expect(losses.filter(({ sort }) => sort === 'case')).toEqual([expect.objectContaining({ subject: 'system:crm-old', field: 'emits', at: ['emits', 1] })]);
  });
});

describe('a workspace in which nothing is told', () => {
  it('has modules that a strict compiler takes, and in them no event', async () => {
    const modules = await generated(loadWorkspaceFrom({ 'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n' }), 'typescript');
    expect(complaints([written(modules, esm)])).toEqual([]);
    expect(contentOf(modules, 'events.ts')).toContain('export const events = {} as const satisfies ');
  });
});

describe('the files of a small workspace', () => {
  it('are as they are kept', async () => {
    for (const { path, content } of (await generated(smallWorkspace(), 'typescript')).files) await expect(content).toMatchFileSnapshot(`golden/typescript/${path}`);
  });
});
