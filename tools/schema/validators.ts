import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import type { Declared } from './declared.js';
import { validatorSchema } from './json-schema.js';

type Standalone = (ajv: Ajv2020, exported: Record<string, string>) => string;

/** Compiles one validator for each kind into plain code that needs no library at run time. */
export async function validatorSource(declared: Declared): Promise<string> {
  const ajv = new Ajv2020({ allErrors: true, inlineRefs: false, messages: false, ownProperties: true, strict: true, strictTypes: false, strictRequired: false, validateSchema: false, verbose: false, code: { source: true, esm: false, lines: false } });
  ajv.addSchema(validatorSchema(declared));
  for (const kind of declared.language.kinds) ajv.addSchema({ $id: `waymark:${kind}`, $ref: `waymark:validator#/$defs/${kind}` });
  const exported = Object.fromEntries(declared.language.kinds.map((kind) => [kind, `waymark:${kind}`]));
  const source = (standaloneCode as unknown as Standalone)(ajv, exported);
  return bundle(withoutUnused(source));
}

/**
 * Takes out what only other uses of the library need: where in the schema an error arose, and the surroundings of each value.
 * It is a third of the code, and every command has to read it.
 */
function withoutUnused(source: string): string {
  return source
    .replace(/,schemaPath:"(?:[^"\\\\]|\\\\.)*"/g, '')
    .replace(/,parentData\b[^{}]*?,dynamicAnchors(?=\})/g, '')
    .replace(/, parentData, parentDataProperty, rootData=data, dynamicAnchors=\{\}/g, '');
}

/** The compiled code still asks for helpers of the library by `require`; here they are taken in. */
async function bundle(contents: string): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    minify: true,
    legalComments: 'none',
  });
  return result.outputFiles[0]!.text;
}
