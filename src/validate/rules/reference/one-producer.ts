import { isActive } from '../../../model/spec.js';
import type { EventModel } from '../../../model/events.js';
import type { Entry } from '../../../model/registers.js';
import type { EmittedEvent } from '../../../schema/kinds/system.js';
import type { Finding, Rule } from '../../rule.js';

/** An event that two systems tell. That nobody tells it is said where it is asked for. */
export const oneProducer: Rule = {
  id: 'reference/one-producer',
  code: 'REF-008',
  summary: 'Every event is told by exactly one system.',
  rationale: 'When two systems tell the same event, cases are counted twice and the clocks of promises start at two moments.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M1.2'],
  examples: {
    valid: [
      { title: 'Each system tells an event of its own', files: { 'systems.yaml': systems('card-blocked', 'card-ordered') } },
      { title: 'A retired system told it before', files: { 'systems.yaml': systems('card-blocked', 'card-blocked').replace('status: active', 'status: retired') } },
    ],
    invalid: [
      {
        title: 'Two systems tell the same event',
        files: { 'systems.yaml': systems('card-blocked', 'card-blocked') },
        at: 'card-blocked',
        message: 'Systems `ledger` and `card-desk` both tell the event `card-blocked`.',
      },
      {
        title: 'A system lists an event twice',
        files: { 'systems.yaml': systems('card-blocked', 'card-ordered').replace('[{event: card-ordered}]', '[{event: card-ordered}, {event: card-ordered}]') },
        at: 'card-ordered',
        message: 'System `card-desk` lists the event `card-ordered` twice.',
      },
    ],
  },
  *check({ workspace }) {
    for (const event of workspace.registers.events.told.values()) if (event.producers.length > 1) yield* repeated(event);
  },
};

/** A system in force tells it before one that is still a draft; a retired one tells nothing any more. */
function* repeated({ name, producers }: EventModel): Iterable<Finding> {
  const [first, ...others] = [...producers.filter(({ spec }) => isActive(spec)), ...producers.filter(({ spec }) => spec.status === 'draft')];
  for (const other of others) {
    const isSame = first!.spec === other.spec;
    yield {
      at: placeOf(other),
      message: isSame ? `System \`${other.spec.id}\` lists the event \`${name}\` twice.` : `Systems \`${first!.spec.id}\` and \`${other.spec.id}\` both tell the event \`${name}\`.`,
      hint: isSame ? 'Put what both entries say into one, and delete the other.' : `Leave it with the system that knows first, and delete it here; or give this one a name of its own, for example \`${name}-in-${other.spec.id}\`.`,
      related: [{ message: 'It is told here first.', at: placeOf(first!) }],
    };
  }
}

function placeOf({ spec, path }: Entry<EmittedEvent>): Finding['at'] {
  return { spec, path: [...path, 'event'] };
}

function systems(first: string, second: string): string {
  return [system('ledger', first), system('card-desk', second)].join('---\n');
}

function system(id: string, event: string): string {
  return `apiVersion: waymark/v1
kind: System
id: ${id}
title: ${id}
version: 1.0.0
status: active
owner: payments
emits: [{event: ${event}}]
`;
}
