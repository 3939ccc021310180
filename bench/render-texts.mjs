/**
 * Draws every journey of the folder that it runs in as Mermaid text, in the view that is named, and prints how many seconds that took, reading not
 * counted. The engine is set up as for `waymark render`, because what it is compared with is a command too.
 */
import { suitShortRun } from '../dist/cli/short-run.js';

suitShortRun();
const { loadWorkspace, render } = await import('../dist/index.js');
const workspace = loadWorkspace('.');
const view = process.argv[2];
const begin = performance.now();
let characters = 0;
for (const { id } of workspace.journeys) for (const { text } of render(workspace, view, { journey: id }).diagrams) characters += text.length;
const seconds = (performance.now() - begin) / 1000;
if (characters < workspace.journeys.length * 500) throw new Error(`only ${characters} characters were drawn`);
process.stdout.write(`${seconds}\n`);
