import { aboutCells, aboutRegisters, filesOfRegister, fill, separatorOption, tableOf, type Register, type RegisterOptions } from '../../register.js';
import { defineGenerator } from '../../target.js';
import { markdownPage } from '../../text/markdown.js';
import { fallbackRows, fallbacks } from './fallbacks.js';
import { routing, wayRows } from './routing.js';
import { ruleRows, rules, ruleTests, testRows } from './rules.js';

/** What the target writes. */
export const decisionRegisters: readonly Register<never>[] = [rules, ruleTests, routing, fallbacks];

/** What is decided where, for whoever builds it. */
export const decisionTables = defineGenerator<RegisterOptions>({
  id: 'decision-tables',
  summary: 'which rule applies when and what it has to decide, where a case goes from each step, and what is done without a system, as CSV, JSON and Markdown',
  description: `For whoever configures the engine that decides, and for whoever has to know at night what is done without a system. \`decision-tables.md\` is a page for people. The same
tables are written for spreadsheets and for programs:

${aboutRegisters(decisionRegisters)}

Conditions are the words that people wrote, and no engine runs them: whoever builds a rule reads them, and tests it by \`rule-tests\`. Only conditions on events and on data can be read by a
program.

${aboutCells}`,
  limits: 'The tables hold rules, ways out of steps, and what is done when something is missing.',
  withDrafts: false,
  options: { separator: separatorOption },
  carries: [
    'Journey.rules.**', 'Journey.resilience.scenarios.**',
    'Journey.stages.steps.id', 'Journey.stages.steps.title', 'Journey.stages.steps.next.**', 'Journey.stages.steps.end', 'Journey.stages.steps.dependsOn.**', 'Journey.stages.steps.onFail',
  ],
  generate({ all, options, provenance }) {
    const journeys = all('Journey');
    const decided = ruleRows(journeys);
    const registers = [fill(rules, decided, journeys), fill(ruleTests, testRows(decided), journeys), fill(routing, wayRows(journeys), journeys), fill(fallbacks, fallbackRows(journeys), journeys)] as const;
    const tables = [
      tableOf(registers[0], 'Rules', { journey: 'journey', precedence: 'precedence', rule: 'rule', when: 'when', do: 'does', variants: 'chooses between', fallbackWhen: 'without', fallbackDo: 'then' }),
      tableOf(registers[1], 'What the rules have to decide', { journey: 'journey', rule: 'rule', profile: 'profile', expect: 'variant' }),
      tableOf(registers[2], 'Where a case goes', { journey: 'journey', step: 'step', title: 'its name', how: 'how', to: 'to', when: 'when', outcome: 'outcome', repeats: 'at most' }),
      tableOf(registers[3], 'What is done without', { journey: 'journey', sort: 'what', id: 'where', without: 'without', mode: 'mode', step: 'step instead', text: 'done instead' }),
    ];
    return { files: [...registers.flatMap((filled) => filesOfRegister(filled, options, provenance)), { path: 'decision-tables.md', sources: journeys, content: markdownPage(provenance(journeys).lines, 'Decision tables', tables) }] };
  },
});
