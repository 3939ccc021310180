import { targets } from '../../src/generate/targets/index.js';

/** All targets, or those that somebody works on. */
export const triedTargets = targets.filter(({ id }) => (process.env['WAYMARK_TARGETS'] ?? id).split(',').includes(id));
