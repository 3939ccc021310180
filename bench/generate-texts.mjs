/**
 * Writes the folder that it runs in out as TypeScript, or with `plain` the same documents as plain text, one file for each, and prints how many seconds that
 * took, reading not counted.
 */
import { defineGenerator, generate, loadWorkspace } from '../dist/index.js';

/** The least that a generator does: each document as JSON. */
const plain = defineGenerator({
  id: 'plain',
  summary: 'each document as JSON',
  description: '',
  limits: 'Nothing is lost.',
  withDrafts: true,
  options: {},
  carries: ['Journey.**', 'Sla.**', 'Kpi.**', 'Persona.**', 'System.emits.**'],
  generate: ({ all, provenance }) => ({
    files: ['Journey', 'Sla', 'Kpi', 'Persona', 'System'].flatMap((kind) => all(kind).map((spec) => ({ path: `${kind}/${spec.id}.json`, sources: [spec], content: `${provenance([spec]).lines.join('\n')}\n${JSON.stringify(spec.value, undefined, 2)}\n` }))),
  }),
});

const workspace = loadWorkspace('.');
const begin = performance.now();
const { files } = await generate(workspace, process.argv[2] === 'plain' ? plain : 'typescript');
const seconds = (performance.now() - begin) / 1000;
const characters = files.reduce((sum, { content }) => sum + content.length, 0);
if (characters < workspace.journeys.length * 1_000) throw new Error(`only ${characters} characters were written`);
process.stdout.write(`${seconds}\n`);
