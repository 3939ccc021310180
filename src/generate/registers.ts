import type { Register } from './register.js';
import { dataRegisters } from './targets/data-governance/data-governance.js';

/** Every register, for the schemas of their JSON files. */
export const registers: readonly Register<never>[] = [...dataRegisters];
