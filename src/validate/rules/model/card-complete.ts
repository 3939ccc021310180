import { listOf } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { ModelCard } from '../../../schema/kinds/system.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const system = (rest: string): string => `apiVersion: waymark/v1
kind: System
id: score
title: Fraud score
version: 1.0.0
status: active
owner: claims
${rest}`;

const catalog = activeDocument('DataCatalog', 'claims-data', `elements:
  - {id: photo, title: Damage photo, class: confidential, nature: personal}
`);

/** A model of which nobody can say what it reads, how good it is, or better than what. */
export const cardComplete: Rule = {
  id: 'model/card-complete',
  code: 'MDL-001',
  summary: 'Every model has a card that says what it is for, which data it reads, how its quality is measured and what it is compared with.',
  rationale: 'A model that nobody can describe cannot be questioned, improved or defended when a customer complains.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S1.D25', 'S0.P1.2.6'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }],
  examples: {
    valid: [{ title: 'A whole card', files: { 'data.yaml': catalog, 'score.yaml': system('type: model\nmodelCard: {purpose: Shows which claims to check, inputs: [photo], metric: precision, baseline: the list of rules before}\n') } }],
    invalid: [
      {
        title: 'No card',
        files: { 'score.yaml': system('type: model\n') },
        at: 'model',
        message: '`score` is a model and has no model card.',
      },
      {
        title: 'Half a card',
        files: { 'score.yaml': system('type: model\nmodelCard: {purpose: Shows which claims to check, inputs: []}\n') },
        at: 'modelCard',
        message: 'The model card of `score` names no inputs, no metric and no baseline.',
      },
      {
        title: 'A card at something that is no model',
        files: { 'data.yaml': catalog, 'score.yaml': system('type: crm\nmodelCard: {purpose: Shows which claims to check, inputs: [photo], metric: precision, baseline: the list of rules before}\n') },
        at: 'crm',
        message: '`score` has a model card but is no model.',
      },
    ],
  },
  *check({ workspace }) {
    for (const each of workspace.all('System')) yield* judge(each);
  },
};

function* judge(spec: Spec<'System'>): Iterable<Finding> {
  const { id, type, modelCard } = spec.value;
  if (type === 'model' && modelCard === undefined) {
    yield { at: { spec, path: ['type'] }, message: `\`${id}\` is a model and has no model card.`, hint: 'Add `modelCard:` with `purpose`, `inputs`, `metric`, `baseline` and `oversight`.' };
  }
  if (modelCard === undefined) return;
  const missing = missingFields(modelCard);
  if (missing.length > 0) {
    yield { at: { spec, path: ['modelCard'], part: 'key' }, message: `The model card of \`${id}\` names ${listOf(missing.map((field) => `no ${field}`))}.`, hint: `Add ${listOf(missing.map((field) => `\`${field}\` (${meanings[field]})`))}.` };
  }
  if (type !== undefined && type !== 'model') {
    yield { at: { spec, path: ['type'] }, message: `\`${id}\` has a model card but is no model.`, hint: 'Write `type: model`, or describe the model as a system of its own that this one uses.' };
  }
}

const meanings = {
  purpose: 'what it is for',
  inputs: 'the data elements that it reads',
  metric: 'how its quality is measured',
  baseline: 'what it is compared with, and how well that did',
} as const;

function missingFields({ purpose, inputs, metric, baseline }: ModelCard): readonly (keyof typeof meanings)[] {
  const written = { purpose, inputs, metric, baseline };
  return (['purpose', 'inputs', 'metric', 'baseline'] as const).filter((field) => (written[field] ?? '').length === 0);
}
