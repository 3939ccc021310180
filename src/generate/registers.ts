import type { Register } from './register.js';
import { dataRegisters } from './targets/data-governance/data-governance.js';
import { decisionRegisters } from './targets/decision-tables/decision-tables.js';
import { operationsRegisters } from './targets/operations/operations.js';
import { wordRegisters } from './targets/status-words.js';

/** Every register, for the schemas of their JSON files. */
export const registers: readonly Register<never>[] = [...dataRegisters, ...operationsRegisters, ...wordRegisters, ...decisionRegisters];
