import { producersOf } from '../../../analysis/kpi-inputs.js';
import { specName } from '../../../analysis/spec-words.js';
import { sentence } from '../../../base/words.js';
import { documentPartOf, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Place, Rule } from '../../rule.js';

/** A team, system, KPI or persona that nothing refers to. */
export const usedSomewhere: Rule = {
  id: 'reference/used-somewhere',
  code: 'REF-005',
  summary: 'Every team, system, KPI and persona is used by something else.',
  rationale: 'What nothing refers to is kept up, reviewed and read for nothing, and people take it for real.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M8.1'],
  silencedBy: [{ code: 'REF-001', within: 'workspace' }],
  examples: {
    valid: [
      {
        title: 'A system counts as used when somebody waits for its events',
        files: {
          'directory.yaml': directory('systems:\n  ledger: {title: Card ledger, emits: [{event: card-blocked}]}\n'),
          'calendar.yaml': slaOn('card-blocked'),
        },
      },
    ],
    invalid: [
      {
        title: 'A system of the Directory that no step runs on',
        files: { 'directory.yaml': directory('systems:\n  ledger: Card ledger\n') },
        at: 'ledger',
        message: 'System `ledger` is used by nothing.',
      },
      {
        title: 'A KPI of its own document that no journey is steered by',
        files: { 'directory.yaml': directory(''), 'kpi.yaml': 'apiVersion: waymark/v1\nkind: Kpi\nid: cards-blocked\ntitle: Cards blocked in time\nversion: 1.0.0\nstatus: active\nowner: claims\n' },
        at: 'cards-blocked',
        message: 'KPI `cards-blocked` is used by nothing.',
      },
    ],
  },
  *check({ workspace }) {
    if (workspace.documents.some(({ problems }) => problems.length > 0)) return; // what cannot be read may use anything
    for (const spec of unusedSpecs(workspace)) yield { at: nameOf(spec), message: `${sentence(specName(spec))} is used by nothing.`, hint: howToUse[spec.kind]! };
  },
};

const howToUse: { readonly [kind: string]: string } = {
  Team: 'Let a document name it, for example as the `owner` of a stage or the `actor` of a step, or set `status: retired`.',
  System: 'Name it under `systems` of the steps that run on it, or set `status: retired`.',
  Kpi: 'Name it under `kpis` of a journey that it is meant for, or set `status: retired`.',
  Persona: 'Name it under `personas` of the journeys that it goes through, or set `status: retired`.',
};

/** The persona that everybody is who fits no other is in every journey. */
function standsForEverybodyElse(spec: Spec): boolean {
  return spec.kind === 'Persona' && (spec as Spec<'Persona'>).value.fallback === true;
}

function nameOf(spec: Spec): Place {
  return spec.directory === undefined ? { spec, path: ['id'] } : { spec, path: [], part: 'key' };
}

/** What no other document refers to, be it through an event of a system or the tier of a persona. What is used is struck off. */
function unusedSpecs(workspace: Workspace): Iterable<Spec> {
  const specs: readonly Spec[] = [...workspace.all('Team'), ...workspace.all('System'), ...workspace.all('Kpi'), ...workspace.all('Persona')];
  const unused = new Map(specs.filter((spec) => !standsForEverybodyElse(spec) && !isPlainlyUsed(workspace, spec)).map((spec) => [spec.coordinate, spec]));
  const strike = (coordinate: string, from: Spec): void => void (coordinate !== from.coordinate && unused.delete(coordinate));
  if (unused.size === 0) return [];
  for (const { from, target, field, shape } of workspace.references) {
    if (target === undefined || (shape === 'Record' && field === 'subject')) continue;
    if (target.startsWith('event:')) for (const { spec } of producersOf(workspace, target.slice('event:'.length))) strike(spec.coordinate, from);
    else if (target.startsWith('tier:')) for (const persona of personasOfTier(workspace, target.slice('tier:'.length))) unused.delete(persona.coordinate);
    else strike(documentPartOf(target), from);
  }
  return unused.values();
}

/** What others name is used; to ask who does is much faster than to read every reference. */
function isPlainlyUsed(workspace: Workspace, spec: Spec): boolean {
  return workspace.namedBy(spec.coordinate).some((from) => from !== spec && from.kind !== 'Record');
}

function personasOfTier(workspace: Workspace, tier: string): readonly Spec[] {
  return workspace.all('Persona').filter(({ value }) => value.tier?.name === tier);
}

function directory(more: string): string {
  return `apiVersion: waymark/v1
kind: Directory
id: example
title: Who and what serves customers
version: 1.0.0
status: active
owner: claims
teams:
  claims: Claims
${more}`;
}

function slaOn(event: string): string {
  return `apiVersion: waymark/v1
kind: Sla
id: block-fast
title: Card blocked fast
version: 0.1.0
status: draft
owner: claims
clock: {start: ${event}, stop: ${event}}
`;
}
