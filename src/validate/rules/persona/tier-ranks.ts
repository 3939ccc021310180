import { isActive, type Spec } from '../../../model/spec.js';
import type { Tier } from '../../../schema/kinds/persona.js';
import type { Finding, Rule } from '../../rule.js';

const persona = (id: string, tier: string): string => `apiVersion: waymark/v1
kind: Persona
id: ${id}
title: ${id}
version: 1.0.0
status: active
owner: claims
type: customer
tier: ${tier}
`;

/** Tiers of which nobody can say which is served better. */
export const tierRanks: Rule = {
  id: 'persona/tier-ranks',
  code: 'PER-004',
  summary: 'Each service tier has one rank, and no two tiers have the same.',
  rationale: 'The rank says who is served first. If two tiers share it, chance decides.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S0.P2.1.4', 'S3.M2.2'],
  examples: {
    valid: [{ title: 'Two personas of one tier, one of another', files: { 'a.yaml': persona('traveller', '{name: gold, rank: 1}'), 'b.yaml': persona('owner', '{name: gold, rank: 1}'), 'c.yaml': persona('student', '{name: basic, rank: 2}') } }],
    invalid: [
      {
        title: 'Two tiers with one rank',
        files: { 'a.yaml': persona('traveller', '{name: gold, rank: 1}'), 'b.yaml': persona('student', '{name: basic, rank: 1}') },
        at: '1',
        message: 'The tiers `gold` and `basic` have the same rank, 1.',
      },
      {
        title: 'One tier with two ranks',
        files: { 'a.yaml': persona('traveller', '{name: gold, rank: 1}'), 'b.yaml': persona('student', '{name: gold, rank: 2}') },
        at: '2',
        message: 'The tier `gold` has the rank 2 here and 1 at persona `traveller`.',
      },
    ],
  },
  *check({ workspace }) {
    const byName = new Map<string, Ranked>();
    const byRank = new Map<number, Ranked>();
    for (const spec of workspace.all('Persona')) {
      const { name, rank } = spec.value.tier ?? {};
      if (name === undefined || rank === undefined || !isActive(spec)) continue;
      const tier = { name, rank };
      const [named, ranked] = [byName.get(name), byRank.get(rank)];
      if (named === undefined) byName.set(name, { spec, tier });
      if (ranked === undefined) byRank.set(rank, { spec, tier });
      if (named !== undefined && named.tier.rank !== tier.rank) yield twoRanks({ spec, tier }, named);
      else if (named === undefined && ranked !== undefined) yield sameRank({ spec, tier }, ranked);
    }
  },
};

interface Ranked {
  readonly spec: Spec<'Persona'>;
  readonly tier: Required<Tier>;
}

function twoRanks({ spec, tier }: Ranked, named: Ranked): Finding {
  return {
    at: { spec, path: ['tier', 'rank'] },
    message: `The tier \`${tier.name}\` has the rank ${tier.rank} here and ${named.tier.rank} at persona \`${named.spec.id}\`.`,
    hint: 'Write the same rank at every persona of the tier; 1 is served best.',
    related: [{ message: `The rank is ${named.tier.rank} here.`, at: { spec: named.spec, path: ['tier', 'rank'] } }],
  };
}

function sameRank({ spec, tier }: Ranked, ranked: Ranked): Finding {
  return {
    at: { spec, path: ['tier', 'rank'] },
    message: `The tiers \`${ranked.tier.name}\` and \`${tier.name}\` have the same rank, ${tier.rank}.`,
    hint: 'Give each tier its own rank; 1 is served best.',
    related: [{ message: `\`${ranked.tier.name}\` has it here.`, at: { spec: ranked.spec, path: ['tier', 'rank'] } }],
  };
}
