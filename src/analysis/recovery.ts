import type { JourneyModel } from '../model/journey.js';
import type { Workspace } from '../model/workspace.js';
import { blockingSystems, type BlockingSystem } from './blocking-systems.js';
import { secondsOf, wallDay } from './promised-time.js';
import type { Premise } from './proof/verdict.js';

/** A system that has to come back, with the time that its operators need at the most. */
export interface RecoveryPart extends BlockingSystem {
  /** As it is written. */
  readonly rto: string;
  /** By the clock on the wall. */
  readonly seconds: number;
}

/** When a journey is back at the latest, by what its systems promise. */
export interface RecoveryBound {
  /** Whether the systems are brought back at the same time, or one after the other. */
  readonly recovery: 'parallel' | 'sequential';
  /** The largest of the parts' times, or their sum. It is proved only without premises. */
  readonly seconds: number;
  /** The slowest first. */
  readonly parts: readonly RecoveryPart[];
  /** What is missing for a proof. */
  readonly premises: readonly Premise[];
}

/** The time after which customers are served again when every system without which the journey stands still is down. */
export function recoveryBound(journey: JourneyModel, workspace: Workspace): RecoveryBound {
  const recovery = journey.spec.value.resilience?.recovery ?? 'parallel';
  const blocking = blockingSystems(journey, workspace);
  const parts = blocking.flatMap((each) => recoveryOf(each) ?? []).sort((a, b) => b.seconds - a.seconds);
  const times = parts.map(({ seconds }) => seconds);
  const seconds = recovery === 'parallel' ? Math.max(0, ...times) : times.reduce((sum, time) => sum + time, 0);
  return { recovery, seconds, parts, premises: blocking.filter((each) => recoveryOf(each) === undefined).map(withoutTime) };
}

function recoveryOf(blocking: BlockingSystem): RecoveryPart | undefined {
  const rto = blocking.system.value.recovery?.rto;
  const seconds = rto === undefined ? undefined : secondsOf(rto, wallDay);
  return rto === undefined || seconds === undefined ? undefined : { ...blocking, rto, seconds };
}

function withoutTime({ system, step }: BlockingSystem): Premise {
  return {
    kind: 'value',
    message: `Step \`${step.id}\` stands still without system \`${system.id}\`, and nothing says how fast that comes back.`,
    hint: `Add to system \`${system.id}\` the longest time until it works again, \`recovery: {rto: 4h}\`.`,
    at: { spec: system, path: ['id'] },
  };
}
