import { sentence, specName } from '../../../analysis/spec-words.js';
import type { Reference } from '../../../model/references.js';
import type { Spec } from '../../../model/spec.js';
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
    const used = usedCoordinates(workspace);
    const specs = [...workspace.all('Team'), ...workspace.all('System'), ...workspace.all('Kpi'), ...workspace.all('Persona')];
    for (const spec of specs.filter((each) => !used.has(each.coordinate) && !standsForEverybodyElse(each))) {
      yield { at: nameOf(spec), message: `${sentence(specName(spec))} is used by nothing.`, hint: howToUse[spec.kind]! };
    }
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

/** Coordinates that another document refers to, systems through their events and personas through their tiers included. */
function usedCoordinates(workspace: Workspace): ReadonlySet<string> {
  const used = new Set<string>();
  const tiers = new Set<string>();
  for (const { from, target, field, shape } of workspace.references) {
    if (target === undefined || (shape === 'Record' && field === 'subject')) continue;
    if (target.startsWith('tier:')) tiers.add(target.slice('tier:'.length));
    for (const each of targetsBehind(workspace, target)) if (each !== from.coordinate) used.add(each);
  }
  for (const { coordinate, value } of workspace.all('Persona')) if (value.tier !== undefined && tiers.has(value.tier.name)) used.add(coordinate);
  return used;
}

function targetsBehind({ registers }: Workspace, target: Reference['target'] & string): readonly string[] {
  if (!target.startsWith('event:')) return [target.split('#')[0]!];
  return (registers.events.get(target.slice('event:'.length))?.producers ?? []).map(({ spec }) => spec.coordinate);
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
