import { aboutCells, aboutRegisters, filesOfRegister, separatorOption, type Register, type RegisterOptions } from '../../register.js';
import { defineGenerator } from '../../target.js';
import { accessMatrix, accessRecords, accessRegister } from './access.js';
import { cataloguesOf } from './catalogues.js';
import { consentMap, consentRegister } from './consent.js';
import { processingRegister, processingRows } from './processing.js';
import { retentionJobs, retentionRegister } from './retention.js';
import { dataSystems, systemRegister } from './systems.js';

/** What the target writes. */
export const dataRegisters: readonly Register<never>[] = [processingRegister, accessMatrix, retentionJobs, consentMap, dataSystems];

/** The registers of data protection. */
export const dataGovernance = defineGenerator<RegisterOptions>({
  id: 'data-governance',
  summary: 'the register of processing activities, who may see which data, what is erased when and what waits for which consent, as CSV and JSON',
  description: `For the data protection officer the register that the supervisor asks for; for whoever grants access the matrix; for the systems that erase data, and for those
that send events, what they have to do. CSV is for spreadsheets: several values stand in one cell, with \`; \` between them. JSON is for programs.

Beside the file of access rights a job can ask each night who has to lose a right:

\`\`\`sh
jq -r --arg today "$(date +%F)" '.rows[] | select(.until != null and .until <= $today) | "\\(.role) \\(.element)"' access-matrix.json
\`\`\`

${aboutRegisters(dataRegisters)}

${aboutCells} Spreadsheets take \`010\` for a number and \`2026-01-01\` for a date: import
the columns as text, in UTF-8.

The files say what the documents say. Whether that is what happens, and whether it is lawful, no file can show. Copies of data in systems that the documents do not tell of are not in
the list of jobs. The letters in the register follow the text of Art. 30(1); neither a supervisor nor a lawyer has looked at them.`,
  limits: 'The registers hold data, purposes, activities, grants and Records of access, which systems hold and pass on data, where journeys use them, and how to reach the data protection officer.',
  withDrafts: false,
  options: { separator: separatorOption },
  carries: [
    'Workspace.organisation', 'Policy.roles.dpo', 'Team.roles.id', 'Team.roles.contact', 'DataCatalog.elements.**', 'DataCatalog.purposes.**', 'DataCatalog.activities.**', 'DataCatalog.grants.**', 'Directory.data.**',
    'System.title', 'System.owner', 'System.thirdParty.**', 'System.security.**', 'System.accessLog.**', 'System.integrations.to', 'System.integrations.elements',
    'System.emits.event', 'System.emits.purpose', 'System.emits.consentKey', 'System.emits.attributes.element',
    'Journey.rules.id', 'Journey.rules.stages', 'Journey.rules.uses', 'Journey.rules.purpose', 'Journey.rules.consentKey',
    'Journey.stages.id', 'Journey.stages.steps.id', 'Journey.stages.steps.title', 'Journey.stages.steps.data.**', 'Journey.stages.steps.events.**',
    'Record.type', 'Record.date', 'Record.role', 'Record.elements', 'Record.purpose', 'Record.expires', 'Record.outcome', 'Record.supersedes',
  ],
  generate(input) {
    const from = cataloguesOf(input);
    const [processing, access] = [processingRows(input, from), accessRecords(input)];
    const registers = [processing.register, accessRegister(from, access.records), retentionRegister(from), consentRegister(from, input.all('Journey')), systemRegister(from)];
    return { files: registers.flatMap((filled) => filesOfRegister(filled, input.options, input.provenance)), losses: [...processing.losses, ...access.losses] };
  },
});
