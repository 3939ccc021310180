/** Loads, builds and checks the workspace in a folder and prints what that took. Run as a process of its own. */
import { diskTree } from '../../src/load/file-tree.js';
import { loadDocuments } from '../../src/load/load-documents.js';
import { buildWorkspace } from '../../src/model/workspace.js';
import { validate } from '../../src/validate/validate.js';

const folder = process.argv[2]!;
const began = process.cpuUsage();
const { diagnostics } = validate(buildWorkspace(loadDocuments(diskTree(folder))), { asOf: '2026-11-22', profile: 'regulated' });
const { user, system } = process.cpuUsage(began);
const milliseconds = Math.round((user + system) / 1000);
const about = diagnostics.filter(({ span }) => span !== undefined && span.source.uri !== 'waymark.yaml');
const misplaced = diagnostics.filter(({ span }) => span !== undefined && !(0 <= span.start && span.start <= span.end && span.end <= span.source.text.length));
const longest = Math.max(0, ...diagnostics.map(({ message, hint = '' }) => message.length + hint.length));
const [first] = about;
console.log(JSON.stringify({
  milliseconds,
  mebibytes: Math.round(process.resourceUsage().maxRSS / 1024),
  findings: about.length,
  misplaced: misplaced.length,
  longest,
  polluted: 'polluted' in {},
  first: first && `${first.code} ${first.message}`,
}));
