import { Proposals } from '../../../base/proposals.js';
import type { Spec } from '../../../model/spec.js';
import { catalogue } from '../../catalogue.js';
import { activeJourney, examplePolicy, exampleRecord } from '../../example-texts.js';
import { isAboutReading, isForbidden, isSofter, type Grade } from '../../presets.js';
import type { Finding, Rule, RuleContext } from '../../rule.js';

const journey = activeJourney('lost-card', 'report', `      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, next: block}
      - {id: identify, title: We identify the customer, lane: frontstage}
      - {id: block, title: We block the card, lane: backstage, end: success}
`);

const waiver = (fields: string): string => exampleRecord('waiver', '2026-11-01', 'lost-card@1.0.0#identify', `rule: GRF-001
${fields}`);

const reason = 'reason: The desk opens in January\n';
const approved = 'approvals: [{role: claims#lead}]\n';

const policy = (fields: string): string => examplePolicy(fields);

/** A waiver that does not count, or a Policy that weighs rules which it may not weigh or which do not exist. */
export const waiverValid: Rule = {
  id: 'governance/waiver-valid',
  code: 'GOV-002',
  summary: 'A finding is excused or weighed less only where the Policy allows it, for a reason, with an approval and until a day.',
  rationale: 'An excuse that nobody approved, or that never ends, quietly becomes the rule.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'clock',
  serves: ['S1.D2'],
  examples: {
    valid: [
      { title: 'Approved, with a reason and an end', files: { 'journey.yaml': journey, 'waiver.yaml': waiver(`${reason}${approved}expires: 2027-01-31\n`) }, with: ['GRF-001'] },
      { title: 'A rule that weighs less in this company', files: { 'policy.yaml': policy('severity: {GRF-001: warning}\n') }, with: ['GRF-001'] },
    ],
    invalid: [
      { title: 'Nobody approved', files: { 'journey.yaml': journey, 'waiver.yaml': waiver(`${reason}expires: 2027-01-31\n`) }, with: ['GRF-001'], at: 'waiver-1', message: 'Nobody has approved the waiver `waiver-1`.' },
      { title: 'No reason', files: { 'journey.yaml': journey, 'waiver.yaml': waiver(`${approved}expires: 2027-01-31\n`) }, with: ['GRF-001'], at: 'waiver-1', message: 'The waiver `waiver-1` gives no reason.' },
      { title: 'No end', files: { 'journey.yaml': journey, 'waiver.yaml': waiver(`${reason}${approved}`) }, with: ['GRF-001'], at: 'waiver-1', message: 'The waiver `waiver-1` never ends.' },
      { title: 'Run out while the finding is still there', files: { 'journey.yaml': journey, 'waiver.yaml': waiver(`${reason}${approved}expires: 2026-11-20\n`) }, with: ['GRF-001'], at: '2026-11-20', message: 'The waiver `waiver-1` ended on 2026-11-20.' },
      {
        title: 'Longer than the Policy allows',
        files: { 'policy.yaml': policy('waivers: {maxAge: P30D}\n'), 'journey.yaml': journey, 'waiver.yaml': waiver(`${reason}${approved}expires: 2027-01-31\n`) },
        with: ['GRF-001'],
        at: '2027-01-31',
        message: 'The waiver `waiver-1` runs longer than the Policy allows.',
      },
      {
        title: 'A rule that nobody may excuse',
        files: { 'policy.yaml': policy('waivers: {forbidden: [GRF-001]}\n'), 'journey.yaml': journey, 'waiver.yaml': waiver(`${reason}${approved}expires: 2027-01-31\n`) },
        with: ['GRF-001'],
        at: 'GRF-001',
        message: 'The Policy lets nobody excuse GRF-001.',
      },
      {
        title: 'A rule that does not exist',
        files: { 'journey.yaml': journey, 'waiver.yaml': waiver(`${reason}${approved}expires: 2027-01-31\n`).replace('GRF-001', 'GRF-999') },
        with: ['GRF-001'],
        at: 'GRF-999',
        message: 'The waiver `waiver-1` names no rule that exists.',
      },
      { title: 'A Policy that weighs a rule that does not exist', files: { 'policy.yaml': policy('severity: {GRF-999: warning}\n') }, with: ['GRF-001'], at: 'GRF-999', message: 'There is no rule `GRF-999`, which `severity` of the Policy names.' },
      { title: 'A Policy that protects a rule that does not exist', files: { 'policy.yaml': policy('waivers: {forbidden: [GRF-999]}\n') }, with: ['GRF-001'], at: 'GRF-999', message: 'There is no rule `GRF-999`, which `forbidden` of the Policy names.' },
      {
        title: 'A Policy that weighs less what it protects',
        files: { 'policy.yaml': policy('severity: {GRF-001: warning}\nwaivers: {forbidden: [graph/step-reachable]}\n') },
        with: ['GRF-001'],
        at: 'warning',
        message: 'The Policy forbids to weigh GRF-001 less, and does so here.',
      },
      {
        title: 'A Policy that lets unreadable files pass',
        files: { 'policy.yaml': policy('severity: {STR-002: info}\n') },
        with: ['STR-002'],
        at: 'info',
        message: 'STR-002 cannot be weighed less: a document that cannot be read is missing from everything else.',
      },
    ],
  },
  *check(context) {
    const proposals = new Proposals();
    for (const spec of context.workspace.all('Policy')) {
      yield* unknownRules(spec, proposals, context);
      yield* softened(spec, context);
    }
  },
};

/** A rule that is still to come may be named: its code is taken. */
function* unknownRules(spec: Spec<'Policy'>, proposals: Proposals, { rules }: RuleContext): Iterable<Finding> {
  const known = new Set([...catalogue.map(({ code }) => code), ...rules.flatMap(({ code, id }) => [code, id])]);
  const forbidden = (spec.value.waivers?.forbidden ?? []).map((name, index) => ({ name, field: 'forbidden', path: ['waivers', 'forbidden', index], part: 'value' as const }));
  const graded = Object.keys(spec.value.severity ?? {}).map((name) => ({ name, field: 'severity', path: ['severity', name], part: 'key' as const }));
  for (const { name, field, path, part } of [...forbidden, ...graded]) {
    if (known.has(name)) continue;
    yield {
      at: { spec, path, part },
      message: `There is no rule \`${name}\`, which \`${field}\` of the Policy names.`,
      hint: proposals.didYouMean(spec.document.source.uri, name, () => known) || '`waymark rules` lists every rule with its code.',
    };
  }
}

/** What is forbidden stays in force, so the softer weight would be believed and not hold. */
function* softened(spec: Spec<'Policy'>, { rules, workspace }: RuleContext): Iterable<Finding> {
  if (spec !== workspace.policy.spec) return;
  for (const [name, grade] of Object.entries(spec.value.severity ?? {})) {
    const rule = rules.find(({ code, id }) => code === name || id === name);
    if (rule === undefined || !isSofter(grade as Grade, rule.severity)) continue;
    if (isForbidden(rule, workspace.policy)) yield contradiction(spec, name, rule);
    else if (isAboutReading(rule)) yield unreadable(spec, name, rule);
  }
}

function contradiction(spec: Spec, name: string, { code }: Rule): Finding {
  return { at: { spec, path: ['severity', name] }, message: `The Policy forbids to weigh ${code} less, and does so here.`, hint: `Delete this line, or take ${code} out of \`forbidden\`. Until then ${code} keeps its weight.` };
}

function unreadable(spec: Spec, name: string, { code }: Rule): Finding {
  return { at: { spec, path: ['severity', name] }, message: `${code} cannot be weighed less: a document that cannot be read is missing from everything else.`, hint: 'Delete this line.' };
}
