import { schemaOfRegister, type Register } from '../../src/generate/register.js';
import type { GeneratedFile } from '../generated-file.js';

/** The JSON Schema of each register that generators write. */
export function registerSchemas(registers: readonly Register<never>[]): readonly GeneratedFile[] {
  return registers.map((register) => ({ path: `schemas/registers/${register.id}.schema.json`, content: `${JSON.stringify(schemaOfRegister(register), null, 2)}\n` }));
}
